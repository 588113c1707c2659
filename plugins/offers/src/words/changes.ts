import { oneOf, type Change } from '@offerdesk/backstage-plugin-offers-common';
import { codedIn } from './coded';
import { figuresIn } from './figures';
import { toldIn } from './told';
import type { T } from './translation';

/** What a line of changes is about; one of the structure says first which part of it, and then what of it. */
export function labelIn(t: T, { field, label }: Pick<Change, 'field' | 'label'>): string {
  const [, what, part] = /^(.+): ([^:]+)$/.exec(label) ?? [];
  return what === undefined || part === undefined
    ? toldIn(t, codedIn(t, 'change.said', field, label))
    : `${toldIn(t, what)}: ${codedIn(t, 'change.said', part, part)}`;
}

const PERIODS = ['month', 'quarter', 'year'] as const;

/** A length of time, a period or a yes as the rules write it: what stands around it belongs to the offer. */
const WORDS: readonly [pattern: RegExp, said: (t: T, found: string) => string][] = [
  [/^(yes|no)$/, (t, found) => t(found === 'yes' ? 'compare.yes' : 'compare.no')],
  [/\b\d+ days?\b/g, (t, found) => t('days.some', { count: parseInt(found, 10) })],
  [
    /\S+ [A-Z]{3} a (month|quarter|year)\b/g,
    (t, found) => {
      const [figure = '', currency = '', , word = ''] = found.split(' ');
      const period = oneOf(PERIODS, word);
      const amount = `${figure} ${currency}`;
      return period ? t('price.each', { amount, unit: t(`period.${period}`) }) : found;
    },
  ],
  [
    /\S+ [A-Z]{3} once\b/g,
    (t, found) => t('price.once', { amount: found.slice(0, -' once'.length) }),
  ],
];

/** What a field was or becomes, with the figures, dates and periods in it as the reader's language writes them. */
export function valueIn(t: T, value: string): string {
  const said = WORDS.reduce(
    (text, [pattern, words]) => text.replace(pattern, found => words(t, found)),
    value,
  );
  return figuresIn(t, said);
}
