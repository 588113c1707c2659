import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_OFFER } from '@offerdesk/backstage-plugin-offers-common';
import { z } from 'zod/v3';

/** What the rules look at: the columns of an offer that a policy may decide by. @public */
export interface OfferResource {
  id: string;
  owner: string | undefined;
  category: string | undefined;
  catalogue: string;
}

/** One condition that becomes SQL: the column holds one of the values. @public */
export interface OfferFilter {
  column: 'owner' | 'category' | 'catalogue';
  values: string[];
}

/** The permission resource `service-offer`. @public */
export const offerResourceRef = createPermissionResourceRef<OfferResource, OfferFilter>().with({
  pluginId: 'offers',
  resourceType: RESOURCE_TYPE_OFFER,
});

const isOwnedBy = createPermissionRule({
  resourceRef: offerResourceRef,
  name: 'IS_OWNED_BY',
  description: 'Allow offers whose owner is one of the given entities',
  paramsSchema: z.object({
    owners: z.array(z.string()).describe('Entity refs, such as the ownership refs of the user'),
  }),
  apply: (offer, { owners }) => offer.owner !== undefined && owners.includes(offer.owner),
  toQuery: ({ owners }) => ({ column: 'owner' as const, values: owners }),
});

const isInCategory = createPermissionRule({
  resourceRef: offerResourceRef,
  name: 'IS_IN_CATEGORY',
  description: 'Allow offers of one of the given categories',
  paramsSchema: z.object({ categories: z.array(z.string()).describe('Category ids') }),
  apply: (offer, { categories }) =>
    offer.category !== undefined && categories.includes(offer.category),
  toQuery: ({ categories }) => ({ column: 'category' as const, values: categories }),
});

const isInCatalogue = createPermissionRule({
  resourceRef: offerResourceRef,
  name: 'IS_IN_CATALOGUE',
  description: 'Allow offers of one of the given catalogues',
  paramsSchema: z.object({ catalogues: z.array(z.string()).describe('Catalogue ids') }),
  apply: (offer, { catalogues }) => catalogues.includes(offer.catalogue),
  toQuery: ({ catalogues }) => ({ column: 'catalogue' as const, values: catalogues }),
});

/** The rules of the resource `service-offer`. @public */
export const offerPermissionRules = { isOwnedBy, isInCategory, isInCatalogue };

const exported = createConditionExports({
  resourceRef: offerResourceRef,
  rules: offerPermissionRules,
});

/** Conditions for policies: `offerConditions.isOwnedBy({ owners })`. @public */
export const offerConditions = exported.conditions;

/** Makes a conditional decision on an offers permission. @public */
export const createOfferConditionalDecision = exported.createConditionalDecision;
