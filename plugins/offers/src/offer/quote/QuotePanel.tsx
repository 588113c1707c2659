import { Alert, Skeleton, Text } from '@backstage/ui';
import { OffersProblem, type OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect } from 'react';
import { DataTable } from '../../parts/DataTable';
import { useAnnounce } from '../../parts/LiveRegion';
import { Panel } from '../../parts/Panel';
import { PriceLists } from '../../parts/PriceLists';
import { Problem } from '../../parts/Problem';
import { valueWords } from '../../words/options';
import { amountIn } from '../../words/figures';
import { useT } from '../../words/useWords';
import { Bill, Sum } from './Bill';
import { fixedTitle } from './fields';
import styles from './Quote.module.css';
import { QuoteForm } from './QuoteForm';
import { useQuote, type Quoting } from './useQuote';

interface QuotePanelProps {
  offer: OfferPage;
  at: string | undefined;
  stepTitle: (key: string) => string;
}

/** What stands where the bill would, when there is none: the prices as they are, and what to do. */
const NoBill = ({ offer, quoting }: { offer: OfferPage; quoting: Quoting }) => {
  const t = useT();
  const { error, problems, hasChosen } = quoting;
  // What is told beside its option need not be told here in the backend's words.
  const isOfSteps = problems.some(({ field }) => field === 'steps');
  const isToldThere = problems.every(({ field }) => /^(options\.|steps$)/.test(field));
  // What is refused for now, as a bundle with a part that nobody can order, the reasons above tell of.
  const isRefused = error instanceof OffersProblem && error.status < 500;
  const isUnpriced = error instanceof OffersProblem && error.code === 'no-price';
  if (!error) {
    return (
      <div role="status" aria-label={t('quote.updating')}>
        <Skeleton width="100%" height={140} />
      </div>
    );
  }
  return (
    <div className={styles.bill}>
      {offer.content.priceLists.length > 0 && <PriceLists priceLists={offer.content.priceLists} />}
      {problems.length > 0 && !isUnpriced && (isToldThere || !hasChosen) ? (
        <Alert
          status="info"
          icon
          title={t(hasChosen && !isOfSteps ? 'quote.mendFirst' : 'quote.answerFirst')}
        />
      ) : (
        <Problem error={error} {...(isRefused ? {} : { onRetry: quoting.retry })} />
      )}
    </div>
  );
};

const SetForYou = ({ offer }: { offer: OfferPage }) => {
  const t = useT();
  const fixed = Object.entries(offer.content.options.fixed);
  if (fixed.length === 0) return null;
  return (
    <DataTable
      caption={t('quote.set')}
      rows={fixed}
      keyOf={([name]) => name}
      columns={[
        {
          label: t('quote.set'),
          width: '45%',
          cell: ([name]) => fixedTitle(offer.content.options, name),
        },
        { label: t('quote.value'), cell: ([, value]) => valueWords(value) },
      ]}
    />
  );
};

/** What the offer costs with what the reader would choose, item by item, as they choose it. */
export const QuotePanel = ({ offer, at, stepTitle }: QuotePanelProps) => {
  const t = useT();
  const announce = useAnnounce();
  const quoting = useQuote(offer.name, at);
  const { quote, isUpdating, hasChosen } = quoting;
  const firstYear = quote && amountIn(t, quote.totals.firstYear, quote.currency);
  useEffect(() => {
    if (hasChosen && firstYear && !isUpdating) announce(t('quote.nowCosts', { amount: firstYear }));
  }, [hasChosen, firstYear, isUpdating, announce, t]);
  return (
    <Panel
      heading="h4"
      title={t('quote.title')}
      note={t('quote.note')}
      {...(styles.panel ? { className: styles.panel } : {})}
    >
      <div className={styles.columns}>
        <section aria-label={t('quote.choices')}>
          <Text as="h5" variant="body-medium" weight="bold" className={styles.heading}>
            {t('quote.choices')}
          </Text>
          <QuoteForm content={offer.content} quoting={quoting} stepTitle={stepTitle} />
          <SetForYou offer={offer} />
        </section>
        <section aria-label={t('quote.bill')} className={styles.aside}>
          <Text as="h5" variant="body-medium" weight="bold" className={styles.heading}>
            {t('quote.bill')}
          </Text>
          {quote ? (
            <>
              <Sum quote={quote} isUpdating={isUpdating} />
              <Bill quote={quote} isUpdating={isUpdating} stepTitle={stepTitle} />
            </>
          ) : (
            <NoBill offer={offer} quoting={quoting} />
          )}
        </section>
      </div>
    </Panel>
  );
};
