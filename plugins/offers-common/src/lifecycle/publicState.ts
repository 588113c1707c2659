import { servingAt } from '../timeline/serving';
import { OfferTimeline } from '../timeline/timeline';
import { PublicState } from './states';

/**
 * The public state of an offer at an instant: a pure function of its timeline
 * (design: "What is computed, not swept").
 * @public
 */
export function publicStateAt(timeline: OfferTimeline, at: string): PublicState {
  const serving = servingAt(timeline, at);
  if (serving) return serving.first.state;
  const { versions } = timeline;
  if (versions.length === 0) return 'draft';
  return versions.some(({ validFrom }) => validFrom > at) ? 'scheduled' : 'ended';
}
