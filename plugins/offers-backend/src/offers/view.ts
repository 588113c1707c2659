import {
  KeptReference,
  ManagedOffer,
  ManagedOfferSummary,
  offerCompleteness,
  PublicState,
  Waiver,
  withWaivers,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { planLinks, PlanLink } from '../plans/links';
import { unresolvedKeptIn } from '../references/kept';
import { CategoriesOf, categoriesServed, categoriesToName } from '../structure/naming';
import { publicStates } from '../timeline/states';
import { healthNow } from './health';
import { mayWaive } from './mayWaive';
import { completenessInput } from './reading';
import { StoredOffer } from './store';
import { selectVersions, StoredVersion } from './versionStore';
import { waiversOf } from './waiversOf';

/** What is stored of an offer besides its row. */
interface Kept {
  versions: readonly StoredVersion[];
  state: PublicState;
  plan: PlanLink | undefined;
  waivers: Waiver[];
}

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
  const waivers = await waiversOf(connection, [offer.id], now);
  const state = states.get(offer.id)?.state ?? 'draft';
  return asManaged(ctx, connection, actor, offer, {
    versions,
    state,
    plan: links.get(offer.id),
    waivers,
  });
}

/** A new offer in the transaction that stores it, of which there is nothing but its draft. */
export async function newManagedOffer(
  ctx: Context,
  tx: Connection,
  actor: Actor,
  { offer, draft }: { offer: StoredOffer; draft: StoredVersion },
): Promise<ManagedOffer> {
  const kept: Kept = { versions: [draft], state: 'draft', plan: undefined, waivers: [] };
  return asManaged(ctx, tx, actor, offer, kept);
}

async function asManaged(
  ctx: Context,
  connection: Connection,
  actor: Actor,
  offer: StoredOffer,
  { versions, state, plan, waivers }: Kept,
): Promise<ManagedOffer> {
  const now = nowOf(ctx);
  const draft = versions.find(({ status }) => status === 'draft');
  const categoriesOf = await categoriesServed(ctx, connection);
  const health = healthNow(offer, { state, versions, waivers, now, categoriesOf });
  const toName = await categoriesToName(ctx, connection);
  return {
    ...head(offer, state, plan),
    ...(draft
      ? {
          draft: draftView(offer, draft, {
            ...{ waivers, now, categoriesOf: toName },
            unresolvedKept: await unresolvedKeptIn(connection, draft.content),
          }),
        }
      : {}),
    versions: versions.flatMap(versionView),
    waivers,
    ...(health ? { health } : {}),
    ...(offer.sourceId && offer.sourceKey
      ? { source: { id: offer.sourceId, key: offer.sourceKey } }
      : {}),
    can: whatNext(ctx, actor, offer, {
      hasDraft: draft !== undefined,
      published: versions.some(({ status }) => status === 'published'),
      inPlan: plan !== undefined,
    }),
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
  const now = nowOf(ctx);
  const states = await publicStates(connection, ids, now);
  const links = await planLinks(connection, ids);
  const versions = await selectVersions(connection, ids);
  const waivers = await waiversOf(connection, ids, now);
  const categoriesOf = await categoriesServed(ctx, connection);
  return offers.map(offer => {
    const { state, validFrom } = states.get(offer.id) ?? { state: 'draft', validFrom: undefined };
    const own = <T extends { offerId: string }>(all: readonly T[]) =>
      all.filter(({ offerId }) => offerId === offer.id);
    const living = { state, versions: own(versions), waivers: own(waivers), now, categoriesOf };
    const health = healthNow(offer, living);
    return {
      ...head(offer, state, links.get(offer.id)),
      missing: offer.missing,
      ...(health ? { health: health.percent } : {}),
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

function whatNext(
  ctx: Pick<Context, 'settings'>,
  actor: Actor,
  offer: StoredOffer,
  { hasDraft, published, inPlan }: { hasDraft: boolean; published: boolean; inPlan: boolean },
): ManagedOffer['can'] {
  const edits = mayEdit(actor, offer);
  return {
    edit: hasDraft && edits,
    plan: hasDraft && actor.can.has('managePlan') && !inPlan,
    startNextVersion: !hasDraft && published && edits,
    discardDraft: hasDraft && published && !inPlan && edits,
    waive: mayWaive(ctx, actor),
  };
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

interface Waived {
  waivers: readonly Waiver[];
  now: string;
  categoriesOf: CategoriesOf;
  unresolvedKept?: readonly KeptReference[];
}

function draftView(
  offer: StoredOffer,
  draft: StoredVersion,
  { waivers, now, categoriesOf, unresolvedKept = [] }: Waived,
) {
  return {
    number: draft.number,
    content: draft.content,
    completeness: withWaivers(
      offerCompleteness({
        ...completenessInput({ offer, draft }, categoriesOf),
        unresolvedKept,
      }),
      waivers,
      now,
    ),
    updatedBy: draft.updatedBy,
  };
}

function versionView(version: StoredVersion) {
  const { number, validFrom, validUntil, publishedAt, publishedBy } = version;
  if (!validFrom || !publishedAt || !publishedBy) return [];
  return [{ number, validFrom, ...(validUntil ? { validUntil } : {}), publishedAt, publishedBy }];
}
