import { Text } from '@backstage/ui';
import type { Quote, QuoteLine } from '@offerdesk/backstage-plugin-offers-common';
import { amountIn } from '../../words/figures';
import { toldIn } from '../../words/told';
import { useT, type T } from '../../words/useWords';
import styles from './Quote.module.css';

/** What a line comes to, and how often. */
function amountOf(line: QuoteLine, currency: string, t: T): string {
  const each = amountIn(t, line.unitAmount, currency);
  if (line.amount === undefined) return t('price.each', { amount: each, unit: line.unit ?? '' });
  const amount = amountIn(t, line.amount, currency);
  if (line.kind === 'usage') return t('quote.estimate', { amount });
  return line.period
    ? t('price.each', { amount, unit: t(`period.${line.period}`) })
    : t('price.once', { amount });
}

/** How a line comes to its amount, where that is more than one of something. */
function workingOf({ quantity, unitAmount }: QuoteLine, currency: string, t: T) {
  if (quantity === undefined || quantity === '1') return undefined;
  return t('quote.each', { quantity, amount: amountIn(t, unitAmount, currency) });
}

function totalsOf({ totals, currency }: Quote, t: T): (readonly [string, string])[] {
  const { oneOff, recurring, usage } = totals;
  const some = (amount: string) => Number(amount) !== 0;
  return [
    ...(some(oneOff) ? [[t('quote.once'), amountIn(t, oneOff, currency)] as const] : []),
    ...recurring.map(
      ({ period, amount }) =>
        [
          t('quote.perPeriod', { period: t(`period.${period}`) }),
          amountIn(t, amount, currency),
        ] as const,
    ),
    ...(usage && some(usage) ? [[t('quote.perUse'), amountIn(t, usage, currency)] as const] : []),
  ];
}

interface BillProps {
  quote: Quote;
  /** whether another is being worked out */
  isUpdating: boolean;
  stepTitle: (key: string) => string;
}

/** What the first year comes to; in sight as long as the reader chooses. */
export const Sum = ({ quote, isUpdating }: Pick<BillProps, 'quote' | 'isUpdating'>) => {
  const t = useT();
  return (
    <dl className={styles.sum} data-stale={isUpdating}>
      <dt>{t('quote.firstYear')}</dt>
      <dd>{amountIn(t, quote.totals.firstYear, quote.currency)}</dd>
    </dl>
  );
};

/** A quote item by item. */
export const Bill = ({ quote, isUpdating, stepTitle }: BillProps) => {
  const t = useT();
  const { currency, lines, notes } = quote;
  const sums = totalsOf(quote, t);
  return (
    <div className={styles.bill} data-stale={isUpdating} aria-busy={isUpdating}>
      <ul className={styles.lines} aria-label={t('quote.bill')}>
        {lines.map((line, index) => (
          <li key={`${index} ${line.label}`} className={styles.line}>
            <span>
              {line.label}
              {line.step && <span className={styles.working}>{stepTitle(line.step)}</span>}
              <span className={styles.working}>{workingOf(line, currency, t)}</span>
            </span>
            <span className={styles.amount}>{amountOf(line, currency, t)}</span>
          </li>
        ))}
      </ul>
      {sums.length > 0 && (
        <dl className={styles.totals}>
          {sums.map(([label, amount]) => (
            <div key={label} className={styles.line}>
              <dt>{label}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
        </dl>
      )}
      {notes.map(note => (
        <Text key={note} as="p" variant="body-small" color="secondary">
          {toldIn(t, note)}
        </Text>
      ))}
    </div>
  );
};
