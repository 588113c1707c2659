import type { OfferCard } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { useFollow } from '../shell/useFollow';
import { useLinks } from '../shell/useLinks';
import { shortRef } from '../words/refs';
import { useWords } from '../words/useWords';
import styles from './CataloguePage.module.css';

interface OfferTableProps {
  offers: readonly OfferCard[];
  titleOf: (category: string | undefined) => string | undefined;
  at?: string | undefined;
  currency?: string | undefined;
  aside: (offer: OfferCard) => ReactNode;
  foot: (offer: OfferCard) => ReactNode;
}

/** Offers one below the other, for who reads across many. */
export const OfferTable = (props: OfferTableProps) => {
  const { offers, titleOf, at, currency, aside, foot } = props;
  const { t, shortPrice, days, state } = useWords();
  const links = useLinks();
  const { list, hrefOf } = useFollow<HTMLDivElement>();
  return (
    <div ref={list}>
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
                  <a className={styles.link} href={hrefOf(links.offer(offer.name, at))}>
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
              cell: ({ provider }) => (provider ? shortRef(provider) : '–'),
            },
            { label: t('card.state'), cell: offer => <StateBadge {...state(offer.state)} /> },
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
    </div>
  );
};
