import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import type { OfferCard as OfferCardData } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { Logo } from '../parts/Logo';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { daysInWords, priceInWords } from '../words/price';
import styles from './OfferCard.module.css';

interface OfferCardProps {
  offer: OfferCardData;
  categoryTitle: string | undefined;
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** An offer in the catalogue; the whole card leads to its page. */
export const OfferCard = ({ offer, categoryTitle }: OfferCardProps) => (
  <Card href={useLinks().offer(offer.name)} label={offer.title} className={styles.card}>
    <CardHeader>
      <div className={styles.head}>
        <Logo src={offer.logo} />
        <Text as="h3" variant="body-large" weight="bold" className={styles.name}>
          {offer.title}
        </Text>
      </div>
    </CardHeader>
    <CardBody>
      <Text as="p" color="secondary" className={styles.summary}>
        {offer.summary}
      </Text>
    </CardBody>
    <CardFooter>
      <dl className={styles.facts}>
        <Fact label="Price">{priceInWords(offer.priceLists)}</Fact>
        {offer.leadTimeDays !== undefined && (
          <Fact label="Lead time">{daysInWords(offer.leadTimeDays)}</Fact>
        )}
        {categoryTitle && <Fact label="Category">{categoryTitle}</Fact>}
        {offer.owner && (
          <Fact label="Owner">
            <Who entityRef={offer.owner} plain />
          </Fact>
        )}
        {!offer.orderable && <Fact label="Ordering">Not open to you; see why on its page</Fact>}
      </dl>
    </CardFooter>
  </Card>
);

interface OfferCardListProps {
  offers: readonly OfferCardData[];
  titleOf: (category: string | undefined) => string | undefined;
}

/** Offers side by side, as many as fit. */
export const OfferCardList = ({ offers, titleOf }: OfferCardListProps) => (
  <ul className={styles.list} aria-label="Offers">
    {offers.map(offer => (
      <li key={offer.id}>
        <OfferCard offer={offer} categoryTitle={titleOf(offer.category)} />
      </li>
    ))}
  </ul>
);
