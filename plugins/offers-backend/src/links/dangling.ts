import { Content, ManagedOffer, referencesOf } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { selectDangling } from './store';

/** A draft as far as it refers to the software catalogue. */
interface Referring {
  owner?: string | undefined;
  content: Content;
}

/** All that a release asks for: entities, owner, audience, parties, owners of toggles, documents (rule 14). */
const linksOf = ({ owner, content }: Referring): string[] => [
  ...new Set(referencesOf(owner, content).map(({ ref }) => ref)),
];

/**
 * An offer with the links that lead nowhere: those of its draft that the person cannot see in the software
 * catalogue, asked with their own credentials, and those of published versions whose entity is gone. They are
 * welcome in a draft, and stop a release (rule 14).
 */
export async function withDangling(
  ctx: Context,
  actor: Actor,
  offer: ManagedOffer,
): Promise<ManagedOffer> {
  const dangling = new Set([
    ...(await unresolved(ctx, actor, offer)),
    // Only what is published has links that a sweep looks after.
    ...(offer.versions.length > 0 ? await selectDangling(ctx.db.knex, offer.id) : []),
  ]);
  return dangling.size > 0 ? { ...offer, dangling: [...dangling].sort() } : offer;
}

/**
 * Stores an offer with its links, and says which of them lead nowhere. That the links will be asked for is known from
 * the beginning, so many changes at once are asked for together.
 */
export async function storedWithLinks(
  ctx: Context,
  actor: Actor,
  draft: Referring,
  store: () => Promise<ManagedOffer>,
): Promise<ManagedOffer> {
  const done = ctx.directory.willAsk(actor.credentials, linksOf(draft));
  try {
    return await withDangling(ctx, actor, await store());
  } finally {
    done();
  }
}

async function unresolved(
  ctx: Context,
  { credentials }: Actor,
  { id, owner, draft }: ManagedOffer,
): Promise<ReadonlySet<string>> {
  const refs = draft ? linksOf({ owner, content: draft.content }) : [];
  if (refs.length === 0) return new Set();
  try {
    return await ctx.directory.unseenBy(credentials, refs);
  } catch (error) {
    // What was asked for is stored or read all the same; the gate asks again before a release.
    ctx.logger.warn(`The links of the offer ${id} could not be checked: ${String(error)}`);
    return new Set();
  }
}

/** The linked entities of a published version that the last sweep did not find. */
export async function danglingIn(
  connection: Connection,
  offerId: string,
  number: number,
): Promise<string[]> {
  return selectDangling(connection, offerId, number);
}
