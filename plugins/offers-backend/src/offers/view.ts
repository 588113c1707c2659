import {
  ManagedOffer,
  ManagedOfferSummary,
  offerCompleteness,
  PublicState,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { planLinks, PlanLink } from '../plans/links';
import { publicStates } from '../timeline/states';
import { completenessInput } from './reading';
import { StoredOffer } from './store';
import { selectVersions, StoredVersion } from './versionStore';

/** Everything that a manager sees of an offer. */
export async function managedOffer(
  ctx: Context,
  connection: Connection,
  actor: Actor,
  offer: StoredOffer,
): Promise<ManagedOffer> {
  const now = nowOf(ctx);
  const versions = await selectVersions(connection, [offer.id]);
  const states = await publicStates(connection, [offer.id], now);
  const links = await planLinks(connection, [offer.id]);
  const draft = versions.find(({ status }) => status === 'draft');
  return {
    ...head(offer, states.get(offer.id)?.state ?? 'draft', links.get(offer.id)),
    ...(draft ? { draft: draftView(ctx, offer, draft) } : {}),
    versions: versions.flatMap(versionView),
    ...(offer.sourceId && offer.sourceKey
      ? { source: { id: offer.sourceId, key: offer.sourceKey } }
      : {}),
    can: {
      edit: draft !== undefined && mayEdit(actor, offer),
      plan: draft !== undefined && actor.can.has('managePlan') && !links.has(offer.id),
    },
    url: `${ctx.settings.portalUrl}/offers/manage/${offer.id}`,
  };
}

/** Offers as rows of the managers' list. */
export async function managedSummaries(
  ctx: Context,
  connection: Connection,
  offers: readonly StoredOffer[],
): Promise<ManagedOfferSummary[]> {
  const ids = offers.map(({ id }) => id);
  const states = await publicStates(connection, ids, nowOf(ctx));
  const links = await planLinks(connection, ids);
  return offers.map(offer => {
    const { state, validFrom } = states.get(offer.id) ?? { state: 'draft', validFrom: undefined };
    return {
      ...head(offer, state, links.get(offer.id)),
      missing: offer.missing,
      ...(validFrom ? { validFrom } : {}),
    };
  });
}

/** Whether a person may edit drafts of the offer: by role, or as one of its owners. */
export function mayEdit(actor: Actor, offer: Pick<StoredOffer, 'owner'>): boolean {
  return (
    actor.can.has('updateOffer') ||
    (offer.owner !== undefined && actor.principals.includes(offer.owner))
  );
}

function head(offer: StoredOffer, state: PublicState, plan: PlanLink | undefined) {
  return {
    id: offer.id,
    name: offer.name,
    title: offer.title,
    summary: offer.summary,
    catalogue: offer.catalogue,
    interaction: offer.interaction,
    ...(offer.owner ? { owner: offer.owner } : {}),
    ...(offer.category ? { category: offer.category } : {}),
    state,
    revision: offer.revision,
    updatedAt: offer.updatedAt,
    ...(plan ? { plan } : {}),
  };
}

function draftView(ctx: Context, offer: StoredOffer, draft: StoredVersion) {
  return {
    number: draft.number,
    content: draft.content,
    completeness: offerCompleteness(completenessInput(ctx, { offer, draft })),
    updatedBy: draft.updatedBy,
  };
}

function versionView(version: StoredVersion) {
  const { number, validFrom, validUntil, publishedAt, publishedBy } = version;
  if (!validFrom || !publishedAt || !publishedBy) return [];
  return [{ number, validFrom, ...(validUntil ? { validUntil } : {}), publishedAt, publishedBy }];
}
