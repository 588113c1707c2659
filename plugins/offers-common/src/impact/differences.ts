import { z } from 'zod';
import { Content, ContentPart, contentSchema, partKinds } from '../content/content';
import { hashJson } from '../content/contentHash';
import { formatInstant } from '../instantWords';
import { effectsWords, fixedWords, schemaWords, toggleWords } from './optionWords';
import {
  audienceWords,
  bundlePriceWords,
  choiceWords,
  costWords,
  dayWords,
  listWords,
  moveWords,
  OfferTitles,
  planWords,
  priceWords,
  ringWords,
  stepWords,
} from './words';

/** One thing that the plan brings, in words a manager reads: what it was and what it will be. @public */
export const changeSchema = z
  .strictObject({
    field: z.string(),
    label: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
    material: z.boolean(),
  })
  .meta({ id: 'Change' });

/** One thing that the plan brings. @public */
export type Change = z.infer<typeof changeSchema>;

type Filled<P extends ContentPart> = NonNullable<Content[P]>;
type Fields<P extends ContentPart> = Required<Filled<P>>;
type Labels = { [P in ContentPart]: { [F in keyof Fields<P>]: string } };

/** What each field of a content is called; a field without a label does not compile. */
const labels: Labels = {
  information: {
    title: 'Title',
    summary: 'Summary',
    description: 'Description',
    tags: 'Tags',
    category: 'Category',
    logo: 'Logo',
  },
  product: { entities: 'Linked to', releases: 'Needed product releases' },
  validity: { from: 'Offered from', until: 'Offered until' },
  access: { see: 'Who may see it', order: 'Who may order it', rings: 'Rings' },
  pricing: {
    priceLists: 'Price',
    costs: 'Cost',
    marginFloorPercent: 'Margin floor',
    existingFrom: 'Prices for existing subscriptions from',
  },
  terms: {
    delivery: 'Delivery terms',
    leadTimeDays: 'Lead time',
    noticePeriodDays: 'Notice period',
    serviceLevels: 'Service levels',
    recordAcceptance: 'Acceptance is recorded',
  },
  options: {
    schema: 'Options that are asked',
    fixed: 'Options that are fixed',
    toggles: 'Feature toggles',
    effects: 'Price of choices',
  },
  plans: { fulfilment: 'Fulfilment', support: 'Support', decommission: 'Decommissioning' },
  knowledge: {
    runbooks: 'Runbooks',
    documents: 'Documents',
    training: 'Training',
    trainingRequired: 'Training is required',
  },
  monitoring: { links: 'Monitoring', entities: 'Watched entities' },
  bundle: { steps: 'Members', choices: 'Choices', price: 'Bundle price' },
  succession: {
    replaces: 'Replaces',
    replacedBy: 'Replaced by',
    subscriptions: 'What becomes of subscriptions',
  },
};

/** In words; a list is one of entries that stand each for itself: only those that differ are shown. */
type Said = string | readonly string[] | undefined;

type Wording = {
  [P in ContentPart]?: {
    [F in keyof Fields<P>]?: (value: Fields<P>[F], titles: OfferTitles, whole: Content) => Said;
  };
};

const titles = (documents: readonly { title: string }[]) =>
  listWords(documents.map(({ title }) => title));
const instant = (at: string) => formatInstant(at, 'UTC');

/** Fields that are better said than spelled out. */
const wording: Wording = {
  product: {
    entities: entities => listWords(entities.map(({ ref, role }) => `${ref} (${role})`)),
    releases: releases =>
      listWords(releases.map(({ product, version }) => `${product} ${version}`)),
  },
  validity: { from: instant, until: instant },
  access: {
    see: audienceWords,
    order: audienceWords,
    rings: ringWords,
  },
  pricing: {
    priceLists: lists => listWords(lists.flatMap(priceWords)),
    costs: costWords,
    marginFloorPercent: percent => `${percent} %`,
    existingFrom: instant,
  },
  terms: {
    leadTimeDays: dayWords,
    noticePeriodDays: dayWords,
    serviceLevels: levels => listWords(levels.map(({ name, target }) => `${name} ${target}`)),
  },
  plans: { fulfilment: planWords, support: planWords, decommission: planWords },
  knowledge: { runbooks: titles, documents: titles, training: titles },
  monitoring: { links: titles },
  options: {
    schema: schemaWords,
    fixed: fixedWords,
    toggles: toggleWords,
    effects: (_effects, _titles, { options }) => effectsWords(options),
  },
  bundle: { steps: stepWords, choices: choiceWords, price: bundlePriceWords },
  succession: {
    replaces: (ids, offers) => listWords(ids.map(id => offers.get(id) ?? id)),
    replacedBy: (id, offers) => offers.get(id) ?? id,
    subscriptions: move => moveWords(move, instant),
  },
};

/** How much of a value a row shows. */
const SHOWN = 300;

/**
 * Every field in which two contents differ, in words; what was empty has no `before`.
 * @param offers - what the members of bundles are called, where that is known
 * @public
 */
export function contentChanges(
  before: Content,
  after: Content,
  offers: ReadonlyMap<string, string> = new Map(),
): Change[] {
  return contentSchema.keyof().options.flatMap(part => {
    const [oldFields, nowFields] = [fieldsOf(before, part), fieldsOf(after, part)];
    return Object.entries(labels[part]).flatMap(([field, label]) => {
      const [was, is] = [oldFields.get(field), nowFields.get(field)];
      if (hashJson(was ?? null) === hashJson(is ?? null)) return [];
      const [old, now] = differing(
        wordsOf(before, part, field, offers),
        wordsOf(after, part, field, offers),
      );
      // What words pass over is spelled out: a change that shows none would be approved unseen.
      const sides = old === now ? ([spelled(was), spelled(is)] as const) : ([old, now] as const);
      return [
        {
          field: `content.${part}.${field}`,
          label,
          ...beforeAndAfter(...sides),
          material: partKinds[part] === 'material',
        },
      ];
    });
  });
}

function fieldsOf(content: Content, part: ContentPart): Map<string, unknown> {
  return new Map(Object.entries(content[part] ?? {}));
}

function wordsOf(content: Content, part: ContentPart, field: string, offers: OfferTitles): Said {
  const value = fieldsOf(content, part).get(field);
  if (isEmpty(value)) return undefined;
  const ways = new Map<string, unknown>(Object.entries(wording[part] ?? {}));
  const way = ways.get(field);
  // The value is of the field's own type: the table above is checked against the content's.
  return typeof way === 'function' ? way(value, offers, content) : spelled(value);
}

/** Both sides as text. */
function differing(was: Said, is: Said): [before: string | undefined, after: string | undefined] {
  const [old, now] = [was, is].map(said => (typeof said === 'string' ? [said] : (said ?? [])));
  const only = (some: readonly string[] = [], others: readonly string[] = []) =>
    some.filter(entry => !others.includes(entry)).join('; ') || undefined;
  return [only(old, now), only(now, old)];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function spelled(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(spelled).join(', ');
  if (typeof value === 'object' && value !== null) {
    const said = Object.entries(value).filter(([, part]) => !isEmpty(part));
    return said.map(([name, part]) => `${name} ${spelled(part)}`).join(', ');
  }
  return String(value);
}

/** Both values, cut to what a row shows; long ones to where they begin to differ. */
function beforeAndAfter(
  before: string | undefined,
  after: string | undefined,
): Pick<Change, 'before' | 'after'> {
  const start = firstDifference(before ?? '', after ?? '');
  const cut = (text: string) => {
    if (text.length <= SHOWN) return text;
    const from = Math.max(0, Math.min(start - 40, text.length - SHOWN));
    const end = from + SHOWN < text.length ? '…' : '';
    return `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${end}`;
  };
  return {
    ...(before === undefined ? {} : { before: cut(before) }),
    ...(after === undefined ? {} : { after: cut(after) }),
  };
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}
