import { Badge, Link, Text } from '@backstage/ui';
import type { ConsumerContent, OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { memo, Suspense } from 'react';
import { useLocation } from 'react-router-dom';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Markdown } from '../parts/markdownSoon';
import { Panel } from '../parts/Panel';
import { Prices } from '../parts/Prices';
import { Reference } from '../parts/Reference';
import { When } from '../parts/When';
import { useAfterPicture } from '../parts/useAfterPicture';
import { Who } from '../parts/Who';
import { useT, useWords } from '../words/useWords';
import styles from './OfferPage.module.css';
import { QuotePanel } from './quote/QuotePanel';
import { WhyPanel } from './WhyPanel';

/** Reading and drawing formatted text takes as long as half of the rest: it comes with the picture after the first. */
const Description = ({ text }: { text: string }) => {
  const t = useT();
  const isDrawn = useAfterPicture(false);
  const shapes = <Loading what={t('about.loading')} rows={3} height={20} />;
  return (
    <Suspense fallback={shapes}>
      {isDrawn ? <Markdown content={text} below={4} /> : shapes}
    </Suspense>
  );
};

/** What the offer says of itself. */
const AboutPanel = ({ content }: { content: ConsumerContent }) => {
  const t = useT();
  const { description, tags } = content.information;
  return (
    <Panel heading="h4" title={t('about.title')}>
      {description ? (
        <Description text={description} />
      ) : (
        <Text color="secondary">{t('about.none')}</Text>
      )}
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label={t('about.tags')}>
          {tags.map(tag => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** When, by whom, how soon and in which category it is offered. */
const AtAGlancePanel = ({ offer }: { offer: OfferPage }) => {
  const { t, interaction, days } = useWords();
  const { leadTimeDays } = offer.content.terms;
  const { search } = useLocation();
  return (
    <Panel heading="h4" title={t('glance.title')}>
      <Facts
        facts={[
          [t('glance.get'), interaction(offer.interaction)],
          [
            t('card.price'),
            offer.content.priceLists.length > 0 ? (
              <Prices priceLists={offer.content.priceLists} />
            ) : undefined,
          ],
          [t('card.leadTime'), leadTimeDays === undefined ? '' : days(leadTimeDays)],
          [t('glance.catalogue'), offer.catalogueTitle],
          [t('card.category'), offer.categoryTitle],
          [t('people.owner'), offer.owner && <Who entityRef={offer.owner} />],
          [
            t('glance.ask'),
            offer.content.support && <Reference reference={offer.content.support.reference} />,
          ],
          [t('glance.from'), <When key="from" at={offer.validFrom} />],
          [t('glance.until'), offer.validUntil && <When at={offer.validUntil} />],
          [
            t('glance.version'),
            <>
              {offer.version}
              {offer.version > 1 && (
                <>
                  {' – '}
                  <Link href={`${search}#time`}>{t('glance.changes')}</Link>
                </>
              )}
            </>,
          ],
        ]}
      />
    </Panel>
  );
};

interface InShortProps {
  offer: OfferPage;
  at: string | undefined;
  stepTitle: (key: string) => string;
}

/** The first look: what it is, whether the reader can have it, and what it costs. */
export const InShort = memo(({ offer, at, stepTitle }: InShortProps) => (
  <>
    <div className={styles.columns}>
      <div className={styles.column}>
        <AboutPanel content={offer.content} />
      </div>
      <div className={`${styles.column} ${styles.aside}`}>
        <WhyPanel offer={offer} at={at} />
        <AtAGlancePanel offer={offer} />
      </div>
    </div>
    <QuotePanel offer={offer} at={at} stepTitle={stepTitle} />
  </>
));
