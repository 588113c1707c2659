import { Accordion, AccordionPanel, AccordionTrigger, Text } from '@backstage/ui';
import type { OfferCard } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useId, useRef } from 'react';
import { AsOfBanner } from '../asOf/AsOfBanner';
import { AsOfButton } from '../asOf/AsOfButton';
import { useAnnounce } from '../parts/LiveRegion';
import { Page } from '../parts/Page';
import { useMedia } from '../parts/useMedia';
import { useSame } from '../parts/useSame';
import { useT } from '../words/useWords';
import { filterNames, isFiltered } from './address';
import { CatalogueFilters } from './CatalogueFilters';
import styles from './CataloguePage.module.css';
import { ChosenFilters } from './ChosenFilters';
import { CompareBar } from './CompareBox';
import { useRememberedList } from './lastList';
import { Results } from './Results';
import { SavedSearches } from './SavedSearches';
import { Toolbar } from './Toolbar';
import { useCataloguePage, useCategoryTitles } from './useBrowse';
import { useCatalogueAddress, type AddressControls } from './useCatalogueAddress';
import { useLastKnown, useTotal } from './useFacets';
import { useStars } from './useStars';
import { useViews, ViewChoice } from './ViewChoice';

/** From here on there is room for the filters beside what they leave. */
const WIDE = '(min-width: 1100px)';

/** The currencies of the prices in sight, the most frequent first. */
function currenciesOf(offers: readonly OfferCard[]): string[] {
  const counts = new Map<string, number>();
  for (const { currency } of offers.flatMap(({ priceLists }) => priceLists)) {
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([currency]) => currency);
}

/** How long a count stands before it is read out, in milliseconds: those on the way to what is being typed are passed over. */
const STANDS_MS = 600;

type FoundPage = ReturnType<typeof useCataloguePage>;

interface ResultCountProps {
  id: string;
  address: AddressControls;
  found: FoundPage;
}

/** How many offers there are; nothing where they could not be read, since what was counted before is not what is asked now. */
const ResultCount = ({ id, address, found }: ResultCountProps) => {
  const t = useT();
  const announce = useAnnounce();
  const { filters, starred } = address;
  const { total, error } = useTotal(filters);
  const count = starred ? found.data?.items.length : total;
  const key = isFiltered(filters) && !starred ? 'catalogue.match' : 'catalogue.found';
  // What was counted before stands in its own words until the next is known.
  const last = useLastKnown(count === undefined ? undefined : t(key, { count }));
  const sentence = found.error || (error && !starred) ? '' : (last ?? '');
  useEffect(() => {
    if (!sentence) return undefined;
    const timer = setTimeout(() => announce(sentence), STANDS_MS);
    return () => clearTimeout(timer);
  }, [sentence, announce]);
  return (
    <Text
      as="p"
      id={id}
      color="secondary"
      className={styles.count}
      data-stale={found.isPlaceholderData}
    >
      {sentence}
    </Text>
  );
};

type TitleOf = (category: string | undefined) => string | undefined;

interface HeadProps {
  address: AddressControls;
  found: FoundPage;
  titleOf: TitleOf;
}

/** How many there are and what they are narrowed by; the focus stays here when a filter is taken away with its button. */
const Head = ({ address, found, titleOf }: HeadProps) => {
  const head = useRef<HTMLDivElement>(null);
  const count = useId();
  return (
    <div ref={head} className={styles.head} role="group" aria-labelledby={count} tabIndex={-1}>
      <ResultCount id={count} address={address} found={found} />
      <ChosenFilters
        filters={address.filters}
        titleOf={titleOf}
        onChange={address.change}
        onClear={address.clear}
        onGoing={() => head.current?.focus()}
      />
    </div>
  );
};

interface FiltersProps {
  address: AddressControls;
  currencies: readonly string[];
  titleOf: TitleOf;
}

const Filters = ({ address, currencies, titleOf }: FiltersProps) => {
  const t = useT();
  const isWide = useMedia(WIDE);
  const { filters } = address;
  const chosen = filterNames.filter(
    name => !['q', 'at', 'currency', 'view'].includes(name) && filters[name] !== undefined,
  ).length;
  const all = (
    <CatalogueFilters
      filters={filters}
      currencies={currencies}
      titleOf={titleOf}
      onChange={address.change}
    />
  );
  if (isWide) {
    return (
      <aside className={styles.filters} aria-label={t('catalogue.filters')}>
        {all}
      </aside>
    );
  }
  return (
    <Accordion>
      <AccordionTrigger
        title={
          chosen > 0
            ? t('catalogue.filtersChosen', { number: String(chosen) })
            : t('catalogue.filters')
        }
      />
      <AccordionPanel>{all}</AccordionPanel>
    </Accordion>
  );
};

/** What is offered to the reader, found by words and filters. */
export default function CataloguePage() {
  const t = useT();
  const address = useCatalogueAddress();
  useRememberedList();
  const stars = useStars();
  const found = useCataloguePage(address, stars);
  const titleOf = useCategoryTitles();
  const views = useViews(address.filters.at);
  const currencies = useSame(currenciesOf(found.data?.items ?? []));
  return (
    <Page
      title={t('shell.catalogue')}
      lede={t('catalogue.lede')}
      actions={
        <>
          <AsOfButton />
          <SavedSearches />
        </>
      }
    >
      <AsOfBanner />
      <ViewChoice view={address.filters.view} views={views} change={address.change} />
      <Toolbar
        address={address}
        currency={currencies[0] ?? 'EUR'}
        usual={views.find(({ name }) => name === address.filters.view)?.sort ?? 'title'}
      />
      <div className={styles.columns}>
        <Filters address={address} currencies={currencies} titleOf={titleOf} />
        <div className={styles.results}>
          <Head address={address} found={found} titleOf={titleOf} />
          <Results address={address} found={found} titleOf={titleOf} stars={stars} />
        </div>
      </div>
      <CompareBar
        compared={address.compared}
        at={address.filters.at}
        onClear={() => address.show({ compare: '' })}
      />
    </Page>
  );
}
