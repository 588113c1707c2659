import { z } from 'zod';
import { Role } from '../roles';

/** What a demand asks for. @public */
export const demandKindSchema = z
  .enum(['new', 'bundle', 'change', 'termination'])
  .meta({ id: 'DemandKind' });

/** What a demand asks for. @public */
export type DemandKind = z.infer<typeof demandKindSchema>;

/** Where a demand comes from. @public */
export const demandSourceSchema = z
  .enum(['product-release', 'product-manager', 'consumer', 'improvement-driver'])
  .meta({ id: 'DemandSource' });

/** Where a demand comes from. @public */
export type DemandSource = z.infer<typeof demandSourceSchema>;

/** How much a demand matters, as whoever triages it says. @public */
export const demandPrioritySchema = z
  .enum(['low', 'medium', 'high', 'urgent'])
  .meta({ id: 'DemandPriority' });

/** How much a demand matters. @public */
export type DemandPriority = z.infer<typeof demandPrioritySchema>;

/**
 * As what a person may raise a demand; the first is meant unless they say otherwise. Nobody raises one as
 * a product release: that is what a reported release does by itself.
 * @public
 */
export function demandSourcesOf(roles: readonly Role[]): [DemandSource, ...DemandSource[]] {
  const managesProducts = roles.includes('productManager') || roles.includes('catalogManager');
  if (managesProducts) return ['product-manager', 'improvement-driver', 'consumer'];
  return roles.length > 0 ? ['improvement-driver', 'consumer'] : ['consumer'];
}

/** Whether a demand of this kind is about offers that exist, and has to name one. @public */
export function namesOffers(kind: DemandKind): boolean {
  return kind === 'change' || kind === 'termination';
}
