import { z } from 'zod';
import { DEMAND_KINDS, DEMAND_PRIORITIES, DEMAND_SOURCES } from '../vocabulary';
import { Role } from '../roles';

/** What a demand asks for. @public */
export const demandKindSchema = z.enum(DEMAND_KINDS).meta({ id: 'DemandKind' });

/** What a demand asks for. @public */
export type DemandKind = z.infer<typeof demandKindSchema>;

/** Where a demand comes from. @public */
export const demandSourceSchema = z.enum(DEMAND_SOURCES).meta({ id: 'DemandSource' });

/** Where a demand comes from. @public */
export type DemandSource = z.infer<typeof demandSourceSchema>;

/** How much a demand matters, as whoever triages it says. @public */
export const demandPrioritySchema = z.enum(DEMAND_PRIORITIES).meta({ id: 'DemandPriority' });

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
