import { oneOf, type Change } from '@offerdesk/backstage-plugin-offers-common';
import { figuresIn } from './figures';
import { principalIn, principalsIn, refsOf, shortRef, type NameOfRef } from './refs';
import type { T } from './translation';

/** Some words of the rules: where they stand, and how the reader's language says them. */
interface Wording {
  /** which fields they stand in */
  of: RegExp;
  pattern: RegExp;
  say: (t: T, ...found: string[]) => string;
}

const PERIODS = ['month', 'quarter', 'year'] as const;
const ROLES = ['product', 'instance', 'dependsOn', 'documentation'] as const;
const CHARGES = ['one-off', 'recurring', 'usage'] as const;

const ANY = /./;
const PRICED = /pricing|effects/;
const OPTIONS = /options/;
const ASKED = /options\.schema/;
const SELLS = /^interaction$/;
const NAMED = /owner|access|pricing|plans|who may see it|views that show it|readers/;
const MOVED = /subscriptions$/;

const REF = String.raw`(?:(?:user|group|machine):[\w.-]+\/[\w.-]+|everyone)`;

/** In order: what stands for more than its parts comes before them. */
const AMOUNTS: readonly Wording[] = [
  { of: ANY, pattern: /^(yes|no)$/, say: (t, _, is) => yesOrNo(t, is) },
  {
    of: ANY,
    pattern: /\b(\d+) days?\b/g,
    say: (t, _, count) => t('days.some', { count: Number(count) }),
  },
  {
    of: PRICED,
    pattern: /(\S+ [A-Z]{3}) a ([^,;]+?)(?= for |,|;| each|$)/g,
    say: (t, _, amount = '', word = '') => {
      const period = oneOf(PERIODS, word);
      return t('price.each', { amount, unit: period ? t(`period.${period}`) : word });
    },
  },
  {
    of: PRICED,
    pattern: /(\S+ [A-Z]{3}) once\b/g,
    say: (t, _, amount = '') => t('price.once', { amount }),
  },
];

/** Who is named, by the names that people know. */
const namesBy = (nameOf: NameOfRef): readonly Wording[] => [
  {
    of: /priceLists/,
    pattern: new RegExp(` for (${REF}(?: and ${REF})*)`, 'g'),
    say: (t, _, whom = '') =>
      ` ${t('change.for', { whom: principalsIn(t, whom.split(' and '), nameOf) })}`,
  },
  {
    of: /product\.entities/,
    pattern: /([a-z]+:[\w.-]+\/[\w.-]+)(?: \((\w+)\))?/gi,
    say: (t, _, ref = '', word = '') => {
      const role = oneOf(ROLES, word);
      return role ? `${t(`role.${role}`)}: ${nameOf(ref)}` : nameOf(ref);
    },
  },
  { of: NAMED, pattern: new RegExp(`${REF}`, 'g'), say: (t, ref) => principalIn(t, ref, nameOf) },
];

const WORDS: readonly Wording[] = [
  { of: NAMED, pattern: /; not /g, say: t => `; ${t('change.not')} ` },
  { of: /rings/, pattern: / and /g, say: t => ` ${t('change.and')} ` },
  { of: ASKED, pattern: / or (?!no\b)/g, say: t => ` ${t('change.or')} ` },
  { of: /plans/, pattern: /\(external\)/g, say: t => `(${t('parts.external')})` },
  {
    of: /plans/,
    pattern: / by (request|change)$/,
    say: (t, _, route) => `, ${t(route === 'change' ? 'change.asChange' : 'change.asRequest')}`,
  },
  { of: /plans/, pattern: /^by hand: /, say: t => `${t('change.byHand')}: ` },
  { of: /plans/, pattern: /^by a service broker: /, say: t => `${t('change.byBroker')}: ` },
  { of: /plans/, pattern: /^by a software template: /, say: t => `${t('change.byTemplate')}: ` },
  {
    of: /content\.options$/,
    // The impact of a plan that ended is kept as it was said then.
    pattern: /^(\d+) (?:to choose|asked), (\d+) fixed$/,
    say: (t, _, asked = '', fixed = '') => t('change.options', { asked, fixed }),
  },
  { of: ASKED, pattern: /: text(?=[ ,;]|$)/g, say: t => `: ${t('change.takes.text')}` },
  { of: ASKED, pattern: /: whole number(?=[ ,;]|$)/g, say: t => `: ${t('change.takes.whole')}` },
  { of: ASKED, pattern: /: number(?=[ ,;]|$)/g, say: t => `: ${t('change.takes.number')}` },
  { of: ASKED, pattern: /: yes or no(?=[ ,;]|$)/g, say: t => `: ${t('change.takes.flag')}` },
  {
    of: ASKED,
    pattern: /: several values(?=[ ,;]|$)/g,
    say: t => `: ${t('change.takes.several')}`,
  },
  { of: ASKED, pattern: /, standard /g, say: t => `, ${t('change.standard')} ` },
  {
    of: ASKED,
    pattern: /, required(?=[ ;]|$)/g,
    say: t => `, ${t('change.required')}`,
  },
  { of: ASKED, pattern: /\(when /g, say: t => `(${t('change.when')} ` },
  {
    of: OPTIONS,
    // Within a sentence, and not the one of "yes or no".
    pattern: /(?<!\bor )\b(yes|no)(?=[,;):]|$)/g,
    say: (t, _, is) => yesOrNo(t, is).toLowerCase(),
  },
  {
    of: /toggles/,
    pattern: /\((on|off)\)/g,
    say: (t, _, is) => `(${t(is === 'on' ? 'change.on' : 'change.off')})`,
  },
  {
    of: /effects/,
    pattern: / of (one-off|recurring|usage) charges/g,
    say: (t, found, word = '') => {
      const charge = oneOf(CHARGES, word);
      return charge ? ` ${t(`change.of.${charge}`)}` : found;
    },
  },
  { of: /effects/, pattern: / each(?=[,;]|$)/g, say: t => ` ${t('change.each')}` },
  { of: /bundle\.price/, pattern: /^what its members cost/, say: t => t('change.members') },
  { of: /bundle\.price/, pattern: /, less (?=\d)/, say: t => `, ${t('change.less')} ` },
  { of: /bundle\.price/, pattern: /^a price of its own$/, say: t => t('change.own') },
  {
    of: /bundle\.steps/,
    pattern: / after /g,
    say: t => ` ${t('change.after')} `,
  },
  { of: MOVED, pattern: /^they move to the replacement at once$/, say: t => t('change.moves.now') },
  {
    of: MOVED,
    pattern: /^they move to the replacement on (.+)$/,
    say: (t, _, date = '') => t('change.moves.on-date', { date }),
  },
  {
    of: MOVED,
    pattern: /^they move to the replacement when the consumer chooses$/,
    say: t => t('change.moves.consumer-chooses'),
  },
  { of: MOVED, pattern: /^they end with it$/, say: t => t('change.moves.end') },
  { of: SELLS, pattern: /^something new$/, say: t => t('interaction.provision') },
  { of: SELLS, pattern: /^a change$/, say: t => t('interaction.change') },
  { of: SELLS, pattern: /^a removal$/, say: t => t('interaction.decommission') },
  { of: SELLS, pattern: /^support$/, say: t => t('interaction.support') },
  {
    of: /content\.terms$/,
    pattern: /(^|, )(lead time|notice) /g,
    say: (t, _, before = '', what) =>
      `${before}${t(what === 'notice' ? 'change.notice' : 'change.leadTime')} `,
  },
];

function yesOrNo(t: T, is: string | undefined): string {
  return t(is === 'yes' ? 'compare.yes' : 'compare.no');
}

/** What people wrote themselves: no word in it is one of the rules. */
const WRITTEN = /information|delivery|title$|description$|reason$/;

/** The entities that changes name, for who looks up what they are called. */
export function refsIn(changes: readonly Pick<Change, 'before' | 'after'>[]): string[] {
  return refsOf(changes.flatMap(({ before = '', after = '' }) => [before, after]));
}

/**
 * What a field was or becomes, with the words, figures, dates and periods of the rules as the reader's language writes
 * them.
 *
 * @param nameOf - what entities are called; the last part of their references unless told
 */
export function valueIn(
  t: T,
  { field, label }: Pick<Change, 'field' | 'label'>,
  value: string,
  nameOf: NameOfRef = shortRef,
): string {
  // A change of the structure says in its label which part of it becomes another.
  const what = label.includes(': ') ? label.slice(label.lastIndexOf(': ') + 2) : field;
  if (WRITTEN.test(what)) return value;
  const said = [...AMOUNTS, ...namesBy(nameOf), ...WORDS]
    .filter(({ of }) => of.test(what))
    .reduce(
      (text, { pattern, say }) =>
        // What follows the groups is where the match stands, and the whole text.
        text.replace(pattern, (...found) => say(t, ...found.map(String))),
      value,
    );
  return figuresIn(t, said);
}
