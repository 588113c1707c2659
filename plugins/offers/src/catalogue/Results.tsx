import { Button, Skeleton } from '@backstage/ui';
import type { OfferCard, OfferCardPage } from '@offerdesk/backstage-plugin-offers-common';
import { useQueryClient } from '@tanstack/react-query';
import { memo } from 'react';
import { useOfferPageSoon } from '../offer/load';
import { useOffersAhead } from '../offer/useOffersAhead';
import { Empty } from '../parts/Empty';
import { Problem } from '../parts/Problem';
import { useT } from '../words/useWords';
import { isFiltered } from './address';
import cardStyles from './OfferCard.module.css';
import styles from './CataloguePage.module.css';
import { CompareBox } from './CompareBox';
import { OfferCardList } from './OfferCard';
import { OfferTable } from './OfferTable';
import { Pager } from './Pager';
import { StarButton } from './StarButton';
import { usePageAhead, type useCataloguePage } from './useBrowse';
import type { AddressControls } from './useCatalogueAddress';
import type { Stars } from './useStars';
import { usePlace } from './usePlace';
import { useWatches, type Watches } from './useWatches';
import { WatchButton } from './WatchButton';

/** Cards of the size that cards have, so that nothing jumps when they come. */
const CardSkeletons = () => {
  const t = useT();
  return (
    <div role="status" aria-label={t('parts.loading', { what: t('catalogue.loading') })}>
      <div className={cardStyles.list} aria-hidden="true">
        {Array.from({ length: 9 }, (_, index) => (
          <Skeleton key={index} width="100%" height={248} />
        ))}
      </div>
    </div>
  );
};

interface NothingFoundProps {
  address: AddressControls;
  /** takes the focus before the button that has it goes */
  onGoing: () => void;
}

const NothingFound = ({ address, onGoing }: NothingFoundProps) => {
  const t = useT();
  const { filters, starred } = address;
  const clearAll = () => {
    onGoing();
    address.clear();
  };
  const clear = (label: string) => (
    <Button variant="secondary" onPress={clearAll}>
      {label}
    </Button>
  );
  if (starred) {
    return (
      <Empty
        title={t('catalogue.noStars')}
        description={t('catalogue.noStarsWhy')}
        action={clear(t('catalogue.showAll'))}
      />
    );
  }
  if (!isFiltered(filters)) {
    return <Empty title={t('catalogue.empty')} description={t('catalogue.emptyWhy')} />;
  }
  const hint = filters.q ? ` ${t('catalogue.noMatchWords')}` : '';
  return (
    <Empty
      title={t('catalogue.noMatch')}
      description={`${t('catalogue.noMatchWhy')}${hint}`}
      action={clear(t('catalogue.clear'))}
    />
  );
};

interface FoundProps extends Pick<AddressControls, 'layout' | 'compared' | 'show'> {
  offers: readonly OfferCard[];
  at: string | undefined;
  currency: string | undefined;
  titleOf: (category: string | undefined) => string | undefined;
  stars: Stars;
  watches: Watches;
}

/** The offers of a page. They are many to draw: not again while the next page is waited for. */
const Found = memo(
  ({ offers, layout, at, currency, titleOf, stars, watches, compared, show }: FoundProps) => {
    const Offers = layout === 'table' ? OfferTable : OfferCardList;
    const list = useOffersAhead(at);
    return (
      <div ref={list}>
        <Offers
          offers={offers}
          titleOf={titleOf}
          at={at}
          currency={currency}
          aside={(offer: OfferCard) => (
            <>
              <WatchButton offer={offer} watches={watches} />
              <StarButton offer={offer} stars={stars} />
            </>
          )}
          foot={(offer: OfferCard) => (
            <CompareBox
              offer={offer}
              compared={compared}
              onChange={ids => show({ compare: ids.join(',') })}
            />
          )}
        />
      </div>
    );
  },
);

interface ResultsProps {
  address: AddressControls;
  found: ReturnType<typeof useCataloguePage>;
  titleOf: (category: string | undefined) => string | undefined;
  stars: Stars;
}

/** What was found, or why there is nothing. */
export const Results = ({ address, found, titleOf, stars }: ResultsProps) => {
  const t = useT();
  const place = usePlace(found.isSuccess && !found.isPlaceholderData, address.cursor);
  const watches = useWatches();
  const queries = useQueryClient();
  const ahead = usePageAhead(address);
  useOfferPageSoon(found.data !== undefined);
  const page: OfferCardPage | undefined = found.error ? undefined : found.data;
  const offers = page?.items;
  // What has the focus goes when its place shows something else: the place itself stays.
  const keepFocus = () => place.current?.focus();
  const retry = () => {
    keepFocus();
    // How many there are, and what each filter would leave, failed with it, or are about to.
    queries.refetchQueries({
      type: 'active',
      predicate: ({ state }) => state.status === 'error' || state.fetchStatus === 'fetching',
    });
  };
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={t('catalogue.results')}
      className={styles.found}
      data-stale={found.isPlaceholderData}
      aria-busy={found.isPlaceholderData}
    >
      {found.error && <Problem error={found.error} onRetry={retry} />}
      {found.isPending && <CardSkeletons />}
      {offers?.length === 0 && <NothingFound address={address} onGoing={keepFocus} />}
      {offers && offers.length > 0 && (
        <Found
          offers={offers}
          layout={address.layout}
          at={address.filters.at}
          currency={address.filters.currency}
          titleOf={titleOf}
          stars={stars}
          watches={watches}
          compared={address.compared}
          show={address.show}
        />
      )}
      {page && !address.starred && (
        <Pager page={page} address={address} isPending={found.isPlaceholderData} ahead={ahead} />
      )}
    </div>
  );
};
