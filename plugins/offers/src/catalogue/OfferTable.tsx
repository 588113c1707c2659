import type { OfferCard } from '@offerdesk/backstage-plugin-offers-common';
import { memo, type ReactNode } from 'react';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { useNames } from '../parts/useNames';
import { useWords } from '../words/useWords';
import styles from './CataloguePage.module.css';
import { useFollowOffers } from './useFollowOffers';

interface RowsProps {
  offers: readonly OfferCard[];
  titleOf: (category: string | undefined) => string | undefined;
  hrefOf: (offer: OfferCard) => string;
  currency?: string | undefined;
  aside: (offer: OfferCard) => ReactNode;
  foot: (offer: OfferCard) => ReactNode;
}

/** Not drawn again with every change of the address, which what stands around it listens to. */
const Rows = memo(({ offers, titleOf, hrefOf, currency, aside, foot }: RowsProps) => {
  const { t, shortPrice, days, state } = useWords();
  // All at once: a look for each row, with a listener of its own, was felt where the table takes the place of the cards.
  const nameOf = useNames(offers.flatMap(({ provider }) => provider ?? []));
  return (
    <Sheet>
      <DataTable
        caption={t('catalogue.list')}
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('card.offer'),
            width: '34%',
            cell: offer => (
              <>
                <a className={styles.link} href={hrefOf(offer)} data-offer={offer.name}>
                  {offer.title}
                </a>
                <p className={styles.line}>{offer.summary}</p>
              </>
            ),
          },
          {
            label: t('card.price'),
            width: '18%',
            cell: ({ priceLists }) => shortPrice(priceLists, currency),
          },
          {
            label: t('card.leadTime'),
            cell: ({ leadTimeDays }) => (leadTimeDays === undefined ? '–' : days(leadTimeDays)),
          },
          { label: t('card.category'), cell: ({ category }) => titleOf(category) ?? '–' },
          {
            label: t('card.provider'),
            cell: ({ provider }) => (provider ? nameOf(provider) : '–'),
          },
          {
            label: t('card.state'),
            cell: offer => (
              <>
                <StateBadge {...state(offer.state)} />
                {!offer.orderable && <p className={styles.note}>{t('catalogue.notOrderable')}</p>}
              </>
            ),
          },
          {
            label: t('catalogue.compare'),
            cell: offer => (
              <div className={styles.rowActions}>
                {foot(offer)}
                {aside(offer)}
              </div>
            ),
          },
        ]}
      />
    </Sheet>
  );
});

interface OfferTableProps extends Omit<RowsProps, 'hrefOf'> {
  at?: string | undefined;
}

/** Offers one below the other, for who reads across many. */
export const OfferTable = ({ at, ...rows }: OfferTableProps) => {
  const { list, hrefOf } = useFollowOffers<HTMLDivElement>(at);
  return (
    <div ref={list}>
      <Rows {...rows} hrefOf={hrefOf} />
    </div>
  );
};
