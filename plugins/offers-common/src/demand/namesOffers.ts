import type { DemandKind } from './demand';

/** Whether a demand of this kind is about offers that exist, and has to name one. @public */
export function namesOffers(kind: DemandKind): boolean {
  return kind === 'change' || kind === 'termination';
}
