import { z } from 'zod';
import { Content } from '../content/content';
import { Party } from '../content/plans';
import { currencySchema } from '../money';
import { entityRefSchema, principalSchema, webAddressSchema } from '../refs';

/** What is kept once and referred to by offers. @public */
export const keptKindSchema = z.enum(['price-list', 'party']).meta({ id: 'KeptKind' });

/** What is kept once and referred to by offers. @public */
export type KeptKind = z.infer<typeof keptKindSchema>;

const note = z.string().trim().max(2_000, 'A note has at most 2,000 characters').default('');

/** What a price list that is kept once says: in which currency and for whom the prices of offers are. @public */
export const keptPriceListSchema = z
  .strictObject({
    title: z.string().trim().min(1, 'Give the price list a title').max(120),
    currency: currencySchema,
    audience: z
      .array(principalSchema)
      .max(50)
      .default([])
      .meta({ description: 'Whom these prices are for; empty: everybody who may order' }),
    note,
  })
  .meta({
    id: 'KeptPriceList',
    example: {
      title: 'Engineering, euro',
      currency: 'EUR',
      audience: ['group:default/engineers'],
      note: 'Agreed with finance each January.',
    },
  });

/** What a price list that is kept once says. @public */
export type KeptPriceList = z.infer<typeof keptPriceListSchema>;

/** What a party that is kept once says: a group of ours, or a supplier, and where to reach them. @public */
export const keptPartySchema = z
  .strictObject({
    name: z.string().trim().min(1, 'Name the party').max(120),
    kind: z.enum(['external', 'internal']),
    ref: entityRefSchema.optional().meta({ description: 'The group, for an internal party' }),
    contact: z
      .union([z.email(), webAddressSchema], {
        error: 'Give an e-mail address, or an address that begins with https://',
      })
      .optional(),
    note,
  })
  .refine(({ kind, ref }) => (kind === 'internal') === (ref !== undefined), {
    error:
      'An internal party names its group, such as group:default/operations; an external one none',
    path: ['ref'],
  })
  .meta({
    id: 'KeptParty',
    example: { name: 'Acme', kind: 'external', contact: 'desk@acme.example', note: '' },
  });

/** What a party that is kept once says. @public */
export type KeptParty = z.infer<typeof keptPartySchema>;

/** The kept entries that a content can refer to, by id. @public */
export interface KeptEntries {
  priceLists: ReadonlyMap<string, Pick<KeptPriceList, 'currency' | 'audience'>>;
  parties: ReadonlyMap<string, Pick<KeptParty, 'name' | 'kind' | 'ref'>>;
}

/** A reference of a content to a kept entry, with the field that holds it. @public */
export interface KeptReference {
  kind: KeptKind;
  id: string;
  field: string;
}

const PLANS = ['fulfilment', 'support', 'decommission'] as const;

/** Every reference of a content to what is kept once (rule 14). @public */
export function keptReferencesOf({ pricing, plans }: Content): KeptReference[] {
  return [
    ...pricing.priceLists.flatMap(({ list }) =>
      list ? [{ kind: 'price-list' as const, id: list, field: 'content.pricing.priceLists' }] : [],
    ),
    ...PLANS.flatMap(plan =>
      (plans[plan]?.parties ?? []).flatMap(({ party }) =>
        party ? [{ kind: 'party' as const, id: party, field: `content.plans.${plan}` }] : [],
      ),
    ),
  ];
}

/**
 * A content that says what the kept entries say: currency and audience of the price lists, name or group of
 * the parties that it refers to. What it refers to in vain stays as it is (rule 14).
 * @public
 */
export function withKept(content: Content, kept: KeptEntries): Content {
  const { pricing, plans } = content;
  const priceLists = pricing.priceLists.map(list => {
    const entry = list.list === undefined ? undefined : kept.priceLists.get(list.list);
    return entry ? { ...list, currency: entry.currency, audience: [...entry.audience] } : list;
  });
  const told = <T extends { parties: Party[] }>(plan: T | undefined): T | undefined =>
    plan && { ...plan, parties: plan.parties.map(party => partyWithKept(party, kept)) };
  const [fulfilment, support, decommission] = [
    told(plans.fulfilment),
    told(plans.support),
    told(plans.decommission),
  ];
  return {
    ...content,
    pricing: { ...pricing, priceLists },
    plans: {
      ...(fulfilment ? { fulfilment } : {}),
      ...(support ? { support } : {}),
      ...(decommission ? { decommission } : {}),
    },
  };
}

function partyWithKept(party: Party, { parties }: KeptEntries): Party {
  const entry = party.party === undefined ? undefined : parties.get(party.party);
  if (!entry) return party;
  return entry.ref === undefined
    ? { kind: 'external', name: entry.name, party: party.party }
    : { kind: 'internal', ref: entry.ref, party: party.party };
}
