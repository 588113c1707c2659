import { Button } from '@backstage/ui';
import type { CatalogueFilters } from '@offerdesk/backstage-plugin-offers-common';
import { RiCloseLine } from '@remixicon/react';
import { useNames, type NameOf } from '../parts/useNames';
import { decimalIn } from '../words/figures';
import { useWords, type Words } from '../words/useWords';
import { filterNames, type FilterName } from './address';
import styles from './CataloguePage.module.css';
import type { Changes } from './useCatalogueAddress';

type TitleOf = (category: string | undefined) => string | undefined;

/** What a chosen filter is called on its chip; nothing for those that stand elsewhere. */
function nameOf(
  name: FilterName,
  filters: CatalogueFilters,
  { t, state, interaction, days }: Words,
  titleOf: TitleOf,
  partyName: NameOf,
): string | undefined {
  const { currency = '' } = filters;
  const amount = (bound: string) => `${decimalIn(t, bound)} ${currency}`;
  const of = (facet: string, value: string | undefined) =>
    value && t('facet.is', { facet, value: partyName(value) });
  switch (name) {
    case 'q':
      return filters.q && t('words.quoted', { words: filters.q });
    case 'category':
      return titleOf(filters.category);
    case 'interaction':
      return filters.interaction && interaction(filters.interaction);
    case 'state':
      return filters.state && state(filters.state).label;
    case 'leadTimeMax':
      return filters.leadTimeMax === undefined
        ? undefined
        : t('facet.within', { days: days(filters.leadTimeMax) });
    case 'priceMin':
      return filters.priceMin && `${t('facet.priceMin')} ${amount(filters.priceMin)}`;
    case 'priceMax':
      return filters.priceMax && `${t('facet.priceMax')} ${amount(filters.priceMax)}`;
    case 'provider':
      return of(t('facet.provider'), filters.provider);
    case 'owner':
      return of(t('facet.owner'), filters.owner);
    case 'entity':
      return of(t('facet.entity'), filters.entity);
    default:
      return undefined;
  }
}

interface ChosenFiltersProps {
  filters: CatalogueFilters;
  titleOf: TitleOf;
  onChange: (changes: Changes) => void;
  onClear: () => void;
  /** takes the focus before what has it goes */
  onGoing: () => void;
}

/** The filters that are chosen, each with a way to take it away. */
export const ChosenFilters = (props: ChosenFiltersProps) => {
  const { filters, titleOf, onChange, onClear, onGoing } = props;
  const words = useWords();
  const { t } = words;
  const { provider = '', owner = '', entity = '' } = filters;
  const partyName = useNames([provider, owner, entity]);
  const chosen = filterNames.flatMap(name => {
    const label = nameOf(name, filters, words, titleOf, partyName);
    return label ? [{ name, label }] : [];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t('catalogue.chosen')}>
      {chosen.map(({ name, label }) => (
        <li key={name}>
          <Button
            variant="secondary"
            size="small"
            iconEnd={<RiCloseLine />}
            aria-label={t('catalogue.without', { filter: label })}
            onPress={() => {
              onGoing();
              onChange({ [name]: '' });
            }}
          >
            {label}
          </Button>
        </li>
      ))}
      <li>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => {
            onGoing();
            onClear();
          }}
        >
          {t('catalogue.clear')}
        </Button>
      </li>
    </ul>
  );
};
