import {
  Content,
  contentSchema,
  ContentInput,
  isInAudience,
  isInRing,
  Segment,
  upgradeContent,
} from '@offerdesk/backstage-plugin-offers-common';
import { principalsOf } from '../../__testUtils__/organisation';
import { TestPortal } from '../../__testUtils__/portal';
import { completeContent } from '../../__testUtils__/stories';
import { offersBy, StoredVersion } from '../../offers/reading';
import { insertVersion } from '../../offers/versionStore';
import { whereMade } from '../../structure/moves';
import { replaceComputed } from '../../timeline/store';
import { replaceListing } from '../listing';

/** An offer of a test: its versions by number from 1, and its public life. */
export interface ListedCase {
  name: string;
  id: string;
  versions: readonly Content[];
  segments: readonly Segment[];
}

/** Stores an offer with versions and a public life as they are told, without a plan. */
export async function list(
  portal: TestPortal,
  name: string,
  versions: readonly Partial<ContentInput>[],
  segments: readonly Segment[],
  now = portal.ctx.clock().toISOString(),
): Promise<ListedCase> {
  const [first, ...later] = versions.map(changes => completeContent(changes));
  const { id } = await portal.as('carla')('createOffer', {
    body: {
      name,
      interaction: 'provision',
      owner: 'group:default/operations',
      content: first ?? completeContent(),
    },
  });
  // Read once: people ask for them thousands of times.
  const contents = [first ?? completeContent(), ...later].map(input => contentSchema.parse(input));
  for (const [index, content] of contents.slice(1).entries()) {
    await insertVersion(
      portal.ctx.db.knex,
      { offerId: id, number: index + 2, content },
      'user:default/carla',
      now,
    );
  }
  const one = { name, id, versions: contents, segments };
  await relist(portal, one, now);
  return one;
}

const versionOf =
  (offerId: string) =>
  (content: Content, index: number): StoredVersion => ({
    offerId,
    number: index + 1,
    status: 'published',
    content: upgradeContent(content),
    updatedBy: 'user:default/carla',
    validFrom: undefined,
    validUntil: undefined,
    publishedAt: undefined,
    publishedBy: undefined,
  });

/** Lists an offer of a test anew. */
export async function relist(
  portal: TestPortal,
  { id, versions, segments }: ListedCase,
  now = portal.ctx.clock().toISOString(),
): Promise<void> {
  await portal.ctx.db.transaction(async tx => {
    const [offer] = await offersBy(tx, [id]);
    if (!offer) throw new Error(`There is no offer ${id}`);
    await replaceComputed(tx, id, { segments, needs: [], members: [] });
    const whereabouts = whereMade(offer);
    await replaceListing(
      tx,
      { offer, versions: versions.map(versionOf(id)), segments, whereabouts },
      now,
    );
  });
}

/** What a person sees of an offer at an instant, by the rule itself: the segment that serves them. */
export function servedSegment(
  { id, versions, segments }: ListedCase,
  person: string,
  at: string,
): Segment | undefined {
  const principals = principalsOf(person);
  const ref = `user:default/${person}`;
  return segments.find(({ from, until, number, audience }) => {
    const content = versions[number - 1];
    if (!content || at < from || (until !== undefined && at >= until)) return false;
    if (!isInAudience(content.access.see, principals)) return false;
    if (audience.whom === 'all') return true;
    return isInRing(audience.ring, id, { ref, principals }) === (audience.whom === 'in');
  });
}
