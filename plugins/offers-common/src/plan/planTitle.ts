import { OfferImpact } from '../impact/impact';

/**
 * What a plan is called that nobody gave a title: by the first offer that it is about, what becomes of it, and how many more
 * there are; undefined for a plan that is about none.
 * @public
 */
export function planTitle(
  impact: readonly Pick<OfferImpact, 'kind' | 'title'>[],
): string | undefined {
  const [first, ...more] = impact;
  if (!first) return undefined;
  const title = impact.every(({ kind }) => kind === 'end') ? `End of ${first.title}` : first.title;
  return more.length > 0 ? `${title} and ${more.length} more` : title;
}

/**
 * What a plan is called once it brings something else: one that nobody gave a title follows what it is about.
 * @public
 */
export function planTitleAfter(
  plan: { title: string; impact: Parameters<typeof planTitle>[0] },
  impact: Parameters<typeof planTitle>[0],
): string {
  return plan.title === planTitle(plan.impact) ? (planTitle(impact) ?? plan.title) : plan.title;
}
