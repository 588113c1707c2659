import type { OfferCard as OfferCardData } from '@offerdesk/backstage-plugin-offers-common';
import { memo, type ReactNode } from 'react';
import { Logo } from '../parts/Logo';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { useT, useWords } from '../words/useWords';
import styles from './OfferCard.module.css';
import { useFollowOffers } from './useFollowOffers';

interface OfferCardProps {
  offer: OfferCardData;
  href: string;
  categoryTitle: string | undefined;
  /** in which its price is shown, where it has one in it */
  currency: string | undefined;
  /** stands below everything else */
  foot?: ReactNode;
  /** stands beside that, at the end of the line, where it leaves the title its room */
  aside?: ReactNode;
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ offer, categoryTitle, currency }: Omit<OfferCardProps, 'href'>) => {
  const { t, shortPrice, days } = useWords();
  return (
    <dl className={styles.facts}>
      <Fact label={t('card.price')}>{shortPrice(offer.priceLists, currency)}</Fact>
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

/**
 * An offer in the catalogue; the whole card leads to its page. Plain elements that look as the library's card: two dozen of that
 * one, each with listeners, scroll areas and animations of its own, took about half the time of a page that was turned.
 */
const OfferCard = (props: OfferCardProps) => {
  const { offer, href, categoryTitle, currency, aside, foot } = props;
  const { state } = useWords();
  return (
    <article className={styles.card} data-bg="neutral-1" data-offer={offer.name}>
      <div className={styles.head}>
        <Logo key={offer.logo} src={offer.logo} />
        <h3 className={styles.name}>
          <a href={href}>{offer.title}</a>
        </h3>
      </div>
      <div className={styles.body}>
        <p className={styles.summary}>{offer.summary}</p>
        {offer.state !== 'available' && (
          <div className={styles.state}>
            <StateBadge {...state(offer.state)} />
          </div>
        )}
      </div>
      <Facts offer={offer} categoryTitle={categoryTitle} currency={currency} />
      {(foot || aside) && (
        <div className={styles.foot}>
          {foot}
          <div className={styles.aside}>{aside}</div>
        </div>
      )}
    </article>
  );
};

interface CardsProps {
  offers: readonly OfferCardData[];
  titleOf: (category: string | undefined) => string | undefined;
  hrefOf: (offer: OfferCardData) => string;
  currency: string | undefined;
  aside: ((offer: OfferCardData) => ReactNode) | undefined;
  foot: ((offer: OfferCardData) => ReactNode) | undefined;
}

/** Not drawn again with every change of the address, which what stands around it listens to. */
const Cards = memo(({ offers, titleOf, hrefOf, currency, aside, foot }: CardsProps) => (
  <>
    {offers.map(offer => (
      <li key={offer.id}>
        <OfferCard
          offer={offer}
          href={hrefOf(offer)}
          categoryTitle={titleOf(offer.category)}
          currency={currency}
          aside={aside?.(offer)}
          foot={foot?.(offer)}
        />
      </li>
    ))}
  </>
));

interface OfferCardListProps extends Pick<CardsProps, 'offers' | 'titleOf'> {
  at?: string | undefined;
  currency?: string | undefined;
  aside?: (offer: OfferCardData) => ReactNode;
  foot?: (offer: OfferCardData) => ReactNode;
}

/** Offers side by side, as many as fit. */
export const OfferCardList = ({
  offers,
  titleOf,
  at,
  currency,
  aside,
  foot,
}: OfferCardListProps) => {
  const t = useT();
  const { list, hrefOf } = useFollowOffers<HTMLUListElement>(at);
  return (
    <ul ref={list} className={styles.list} aria-label={t('catalogue.list')}>
      <Cards
        offers={offers}
        titleOf={titleOf}
        hrefOf={hrefOf}
        currency={currency}
        aside={aside}
        foot={foot}
      />
    </ul>
  );
};
