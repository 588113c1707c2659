import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import type { OfferCard as OfferCardData } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { Logo } from '../parts/Logo';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { useWords } from '../words/useWords';
import styles from './OfferCard.module.css';

interface OfferCardProps {
  offer: OfferCardData;
  categoryTitle: string | undefined;
  /** another instant that the reader looks at */
  at?: string | undefined;
  /** stands at the end of the card's first line */
  aside?: ReactNode;
  /** stands below everything else */
  foot?: ReactNode;
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ offer, categoryTitle }: Pick<OfferCardProps, 'offer' | 'categoryTitle'>) => {
  const { t, price, days } = useWords();
  return (
    <dl className={styles.facts}>
      <Fact label={t('card.price')}>{price(offer.priceLists)}</Fact>
      {offer.leadTimeDays !== undefined && (
        <Fact label={t('card.leadTime')}>{days(offer.leadTimeDays)}</Fact>
      )}
      {categoryTitle && <Fact label={t('card.category')}>{categoryTitle}</Fact>}
      {offer.owner && (
        <Fact label={t('card.owner')}>
          <Who entityRef={offer.owner} plain />
        </Fact>
      )}
      {!offer.orderable && <Fact label={t('card.ordering')}>{t('catalogue.notOrderable')}</Fact>}
    </dl>
  );
};

/** An offer in the catalogue; the whole card leads to its page. */
export const OfferCard = ({ offer, categoryTitle, at, aside, foot }: OfferCardProps) => {
  const { state } = useWords();
  return (
    <Card href={useLinks().offer(offer.name, at)} label={offer.title} className={styles.card}>
      <CardHeader>
        <div className={styles.head}>
          <Logo src={offer.logo} />
          <Text as="h3" variant="body-large" weight="bold" className={styles.name}>
            {offer.title}
          </Text>
          {aside}
        </div>
      </CardHeader>
      <CardBody>
        <Text as="p" color="secondary" className={styles.summary}>
          {offer.summary}
        </Text>
        {offer.state !== 'available' && (
          <div className={styles.state}>
            <StateBadge {...state(offer.state)} />
          </div>
        )}
      </CardBody>
      <CardFooter>
        <Facts offer={offer} categoryTitle={categoryTitle} />
        {foot && <div className={styles.foot}>{foot}</div>}
      </CardFooter>
    </Card>
  );
};

interface OfferCardListProps {
  offers: readonly OfferCardData[];
  titleOf: (category: string | undefined) => string | undefined;
  at?: string | undefined;
  aside?: (offer: OfferCardData) => ReactNode;
  foot?: (offer: OfferCardData) => ReactNode;
}

/** Offers side by side, as many as fit. */
export const OfferCardList = ({ offers, titleOf, at, aside, foot }: OfferCardListProps) => {
  const { t } = useWords();
  return (
    <ul className={styles.list} aria-label={t('catalogue.list')}>
      {offers.map(offer => (
        <li key={offer.id}>
          <OfferCard
            offer={offer}
            categoryTitle={titleOf(offer.category)}
            at={at}
            aside={aside?.(offer)}
            foot={foot?.(offer)}
          />
        </li>
      ))}
    </ul>
  );
};
