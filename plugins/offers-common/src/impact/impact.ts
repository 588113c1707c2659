import { z } from 'zod';
import { ownPriceLists } from '../bundle/bundlePricing';
import { Audience } from '../content/access';
import { Content } from '../content/content';
import { formatInstant } from '../instantWords';
import { Termination } from '../plan/terminations';
import { Margin, marginSchema, marginsOf } from '../pricing/margin';
import { Change, changeSchema, contentChanges } from './differences';
import { optionsWords } from './optionWords';
import {
  interactionWords,
  listWords,
  moveWords,
  partiesWords,
  priceWords,
  stepWords,
  termsWords,
} from './words';

/** How many people a group or list holds; absent where the catalogue does not tell. @public */
export const reachSchema = z
  .strictObject({
    principal: z.string(),
    people: z.int().optional(),
    name: z
      .string()
      .optional()
      .meta({ description: 'What the software catalogue calls it, where a message names it' }),
  })
  .meta({ id: 'Reach' });

/** How many people a group or list holds. @public */
export type Reach = z.infer<typeof reachSchema>;

const count = z.int().min(0).optional();

/**
 * What the release of one offer does. What came with later releases is optional: the impact of plans that ended
 * before is kept as it was.
 * @public
 */
export const offerImpactSchema = z
  .strictObject({
    offerId: z.string(),
    title: z.string(),
    kind: z.enum(['new', 'change', 'end']).optional(),
    changes: z.array(changeSchema),
    margins: z.array(marginSchema),
    marginsBefore: z.array(marginSchema).optional(),
    audienceGained: z.array(reachSchema),
    audienceLost: z.array(reachSchema).optional(),
    mayOrder: z.array(reachSchema),
    from: z
      .string()
      .meta({ description: 'From when it can be ordered; of an end: when it is told' }),
    until: z.string().optional().meta({ description: 'From when it can be ordered no more' }),
    bundles: z
      .array(z.strictObject({ id: z.string(), title: z.string() }))
      .optional()
      .meta({ description: 'Published bundles that have it as a member' }),
    subscriptions: count.meta({ description: 'Live subscriptions that it touches, where known' }),
    orders: count.meta({ description: 'Open orders that it touches, where known' }),
  })
  .meta({ id: 'OfferImpact' });

/** What the release of one offer does. @public */
export type OfferImpact = z.infer<typeof offerImpactSchema>;

/** What an offer is entangled with when it changes or ends. @public */
export interface Entangled {
  bundles?: readonly { id: string; title: string }[];
  subscriptions?: number | undefined;
  orders?: number | undefined;
}

/** What the impact of a version is computed from. @public */
export interface NewOfferImpactInput {
  offerId: string;
  interaction: string;
  owner: string | undefined;
  content: Content;
  /** UTC instant from which it may be ordered */
  from: string;
  /** people in each principal of the audience, where known */
  people: ReadonlyMap<string, number>;
  /** what serves until then; absent for an offer that was never published */
  serving?: Content | undefined;
  /** margins where they are not those of the content's own prices: those of a bundle with its members */
  margins?: { before?: readonly Margin[] | undefined; after: readonly Margin[] };
  entangled?: Entangled;
  /** what the members of a bundle are called, by their ids */
  members?: ReadonlyMap<string, string>;
}

/** The impact of releasing a version: of a new offer, or in the place of the one that serves. @public */
export function newOfferImpact(input: NewOfferImpactInput): OfferImpact {
  const { content, people, serving, members } = input;
  const reach = reachIn(people);
  const see = content.access.see;
  return {
    offerId: input.offerId,
    title: content.information.title,
    kind: serving ? 'change' : 'new',
    changes: serving ? contentChanges(serving, content, members) : newOfferChanges(input),
    margins: [...(input.margins?.after ?? marginsOf(content.pricing, content.options))],
    ...(serving
      ? {
          marginsBefore: [
            ...(input.margins?.before ?? marginsOf(serving.pricing, serving.options)),
          ],
          audienceLost: reach(lost(serving.access.see, see)),
        }
      : {}),
    audienceGained: reach(serving ? gained(serving.access.see, see) : see.allow),
    mayOrder: reach(content.access.order.allow),
    from: input.from,
    ...(content.validity.until ? { until: content.validity.until } : {}),
    ...entanglement(input.entangled),
  };
}

/** What the impact of an end is computed from. @public */
export interface EndImpactInput {
  termination: Termination;
  title: string;
  /** what serves until then */
  serving: Content;
  /** what replaces it is called */
  replacement: string | undefined;
  people: ReadonlyMap<string, number>;
  entangled?: Entangled;
}

/** The impact of ending an offer: what stops, for whom, when, and what becomes of what depends on it. @public */
export function endImpact(input: EndImpactInput): OfferImpact {
  const { termination, serving, people } = input;
  const { offerId, noticeAt, endsAt, endsZone, noReplacement, subscriptions, reason } = termination;
  const date = (at: string) => formatInstant(at, endsZone);
  const rows: [string, string, string | undefined][] = [
    ['noticeAt', 'Told from', date(noticeAt)],
    ['endsAt', 'Offered until', date(endsAt)],
    ['replacedBy', 'Replaced by', input.replacement],
    ['noReplacement', 'Why nothing replaces it', noReplacement],
    ['subscriptions', 'What becomes of subscriptions', moveWords(subscriptions, date)],
    ['reason', 'Reason', reason],
  ];
  return {
    offerId,
    title: input.title,
    kind: 'end',
    changes: rows.flatMap(([field, label, after]) =>
      after ? [{ field: `terminations.${field}`, label, after, material: true }] : [],
    ),
    margins: [],
    marginsBefore: marginsOf({ ...serving.pricing, priceLists: ownPriceLists(serving) }),
    audienceGained: [],
    audienceLost: reachIn(people)(serving.access.see.allow),
    mayOrder: [],
    from: noticeAt,
    until: endsAt,
    ...entanglement(input.entangled),
  };
}

function reachIn(people: ReadonlyMap<string, number>) {
  return (principals: readonly string[]): Reach[] =>
    principals.map(principal => {
      const known = people.get(principal);
      return known === undefined ? { principal } : { principal, people: known };
    });
}

const named = ({ allow, deny }: Audience) => allow.filter(principal => !deny.includes(principal));

function gained(before: Audience, after: Audience): string[] {
  const had = named(before);
  return named(after).filter(principal => !had.includes(principal));
}

/** Who was named and is not, and who is denied now: groups are compared by name. */
function lost(before: Audience, after: Audience): string[] {
  const has = named(after);
  const denied = after.deny.filter(principal => !before.deny.includes(principal));
  return [...new Set([...named(before).filter(principal => !has.includes(principal)), ...denied])];
}

function entanglement({ bundles, subscriptions, orders }: Entangled = {}): Partial<OfferImpact> {
  return {
    ...(bundles && bundles.length > 0
      ? { bundles: bundles.map(({ id, title }) => ({ id, title })) }
      : {}),
    ...(subscriptions === undefined ? {} : { subscriptions }),
    ...(orders === undefined ? {} : { orders }),
  };
}

function newOfferChanges({ content, owner, interaction, members }: NewOfferImpactInput): Change[] {
  const { information, pricing, terms, plans, options, product, knowledge, bundle } = content;
  const rows: [string, string, string | undefined, boolean][] = [
    ['owner', 'Owner', owner, true],
    ['content.bundle.steps', 'Members', bundle && stepWords(bundle.steps, members), true],
    ['interaction', 'Sells', interactionWords(interaction), true],
    ['content.information.category', 'Category', information.category, false],
    [
      'content.product.entities',
      'Linked to',
      listWords(product.entities.map(({ ref }) => ref)),
      true,
    ],
    [
      'content.pricing.priceLists',
      'Price',
      listWords(pricing.priceLists.flatMap(priceWords)),
      true,
    ],
    ['content.terms', 'Terms', termsWords(terms), true],
    ['content.options', 'Options', optionsWords(options), true],
    ['content.plans.fulfilment', 'Fulfilment', partiesWords(plans.fulfilment), true],
    ['content.plans.support', 'Support', partiesWords(plans.support), true],
    [
      'content.knowledge.runbooks',
      'Runbooks',
      listWords(knowledge.runbooks.map(({ title }) => title)),
      false,
    ],
  ];
  return rows.flatMap(([field, label, after, material]) =>
    after ? [{ field, label, after, material }] : [],
  );
}
