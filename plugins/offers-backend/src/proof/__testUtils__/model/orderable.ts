import { ModelServed, servedAt } from './life';
import { Model } from './world';

/** How each of some people is served: ada in the ring, ben and nils outside it, otto not at all. */
export const viewers = ['ada', 'ben', 'nils', 'otto'] as const;

/** One of them. */
export type Viewer = (typeof viewers)[number];

/** What an offer serves somebody at an instant. */
export function servedTo(
  model: Model,
  offer: number,
  viewer: Viewer,
  at: string,
): ModelServed | undefined {
  const there = model.offers[offer];
  if (viewer === 'otto' || !there) return undefined;
  const { inside, outside } = servedAt(model, there, at);
  return viewer === 'ada' ? inside : outside;
}

/** Whether somebody can order an offer at an instant: a bundle only while they can order each member (rule 8). */
export function isOrderable(model: Model, offer: number, viewer: Viewer, at: string): boolean {
  const served = servedTo(model, offer, viewer, at);
  if (!served || served.state === 'suspended' || served.state === 'held') return false;
  if (viewer !== 'ada' && viewer !== 'ben') return false;
  return served.version.content.members.every(member => isOrderable(model, member, viewer, at));
}
