import { bundleReach, Content, QuotedMember } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { isPermitted } from '../catalogue/catalogue';
import { offersBy } from '../offers/reading';
import { servedOffer, View } from './serving';

/**
 * The members of a bundle, and theirs, by offer id: those that the viewer can order at the instant, and
 * that the policy lets the person who asks see. One that is absent makes the bundle not orderable, whether it
 * is hidden or stopped (rules 1 and 8).
 */
export async function orderableMembers(
  ctx: Context,
  actor: Actor,
  content: Content,
  view: View,
): Promise<Map<string, QuotedMember>> {
  const members = new Map<string, QuotedMember>();
  let next = membersOf(content);
  for (let level = 0; level < bundleReach.levels && next.length > 0; level += 1) {
    const found: Content[] = [];
    for (const id of next.slice(0, bundleReach.steps)) {
      const member = await orderableMember(ctx, actor, id, view);
      if (!member) continue;
      members.set(id, member);
      found.push(member.content);
    }
    next = [...new Set(found.flatMap(membersOf))].filter(id => !members.has(id));
  }
  return members;
}

function membersOf({ bundle }: Content): string[] {
  return [...new Set((bundle?.steps ?? []).map(({ offerId }) => offerId))];
}

async function orderableMember(
  ctx: Context,
  actor: Actor,
  id: string,
  view: View,
): Promise<QuotedMember | undefined> {
  const { version, orderable } = await servedOffer(ctx.db.knex, id, view);
  if (!version || !orderable) return undefined;
  const [offer] = await offersBy(ctx.db.knex, [id]);
  if (!offer || !(await isPermitted(ctx, actor, offer))) return undefined;
  const { number, content } = version;
  return { number, content, title: content.information.title };
}
