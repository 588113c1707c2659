import {
  Demand,
  DemandEvent,
  DemandHappening,
  DemandSummary,
  nextDemandState,
} from '@offerdesk/backstage-plugin-offers-common';
import { demandNoticesOf } from '../announcements/demandNotices';
import { Actor } from '../context';
import { Connection } from '../database/Database';
import { planLinkOf } from '../plans/links';
import { selectHappenings } from './historyStore';
import { countNamedOffers, selectNamedEntities, selectNamedOffers } from './namesStore';
import { SeenOffer, seenOffers, Sight } from './sight';
import { selectDemand, selectTakenIn, StoredDemand } from './store';

/** Of how many offers a list tells, and of how many a demand that is read. */
const LISTED = 20;
const READ = 200;

/** Demands as rows of a list. */
export async function demandSummaries(
  connection: Connection,
  sight: Sight,
  demands: readonly StoredDemand[],
): Promise<DemandSummary[]> {
  const ids = demands.map(({ id }) => id);
  const named = await selectNamedOffers(connection, ids, LISTED);
  const seen = await seenOffers(connection, sight, [...named.values()].flat());
  return demands.map(demand => head(sight.actor, demand, named.get(demand.id) ?? [], seen));
}

/** Everything about a demand that a person may read of it. */
export async function demandView(
  connection: Connection,
  sight: Sight,
  demand: StoredDemand,
): Promise<Demand> {
  const { actor } = sight;
  const named = (await selectNamedOffers(connection, [demand.id], READ)).get(demand.id) ?? [];
  const seen = await seenOffers(connection, sight, named);
  const { description, reference, declinedFor } = demand;
  return {
    ...head(actor, demand, named, seen),
    description,
    entities: await selectNamedEntities(connection, demand.id),
    ...(reference ? { reference } : {}),
    ...(declinedFor ? { declinedFor } : {}),
    ...(await mergeOf(connection, demand)),
    ...(actor.can.has('readAll') ? await forStaff(connection, demand) : {}),
    history: await happenings(connection, actor, demand),
    can: powers(actor, demand),
  };
}

function head(
  actor: Actor,
  demand: StoredDemand,
  named: readonly string[],
  seen: ReadonlyMap<string, SeenOffer>,
): DemandSummary {
  const { id, kind, source, state, title, requestedBy, revision, createdAt, updatedAt } = demand;
  const { wantedBy, wantedZone, productRelease, priority, assignee } = demand;
  const isStaff = actor.can.has('readAll');
  return {
    id,
    kind,
    source,
    state,
    title,
    requestedBy,
    ...(wantedBy ? { wantedBy } : {}),
    ...(wantedZone ? { wantedZone } : {}),
    ...(productRelease ? { productRelease } : {}),
    ...(isStaff && priority ? { priority } : {}),
    ...(isStaff && assignee ? { assignee } : {}),
    offers: named.flatMap(offerId => seen.get(offerId) ?? []),
    revision,
    createdAt,
    updatedAt,
  };
}

/** Where a merged demand went: its state is told, so that whoever asked knows what became of the wish. */
async function mergeOf(
  connection: Connection,
  { mergedInto }: StoredDemand,
): Promise<Pick<Demand, 'mergedInto'>> {
  const into = mergedInto ? await selectDemand(connection, mergedInto) : undefined;
  return into ? { mergedInto: { id: into.id, state: into.state } } : {};
}

async function forStaff(
  connection: Connection,
  { id, triageNote, planId }: StoredDemand,
): Promise<Pick<Demand, 'triageNote' | 'tookIn' | 'namedOffers' | 'plan' | 'told'>> {
  const takenIn = await selectTakenIn(connection, id);
  const plan = planId ? await planLinkOf(connection, planId) : undefined;
  return {
    ...(triageNote ? { triageNote } : {}),
    tookIn: takenIn.map(each => ({
      id: each.id,
      title: each.title,
      requestedBy: each.requestedBy,
    })),
    namedOffers: await countNamedOffers(connection, id),
    told: await demandNoticesOf(connection, id),
    ...(plan ? { plan } : {}),
  };
}

/** The history of a demand; that others asked for the same is for staff. */
async function happenings(
  connection: Connection,
  actor: Actor,
  { id }: StoredDemand,
): Promise<DemandHappening[]> {
  const told = await selectHappenings(connection, id);
  return actor.can.has('readAll') ? told : told.filter(({ event }) => event !== 'take-in');
}

function powers(actor: Actor, { state }: StoredDemand): Demand['can'] {
  const can = (event: DemandEvent) =>
    actor.can.has('triageDemand') && nextDemandState(state, event) !== undefined;
  return {
    triage: can('triage'),
    plan: can('plan') || can('replan'),
    merge: can('merge'),
    decline: can('decline'),
    reopen: can('reopen'),
  };
}
