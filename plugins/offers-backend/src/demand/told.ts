import {
  demandNoticeEventSchema,
  DemandState,
  listenersOf,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { sendDemandNotices } from '../announcements/demandNotices';
import { Context, Doer } from '../context';
import { Connection } from '../database/Database';
import { selectDemand, selectDemandTitles, selectTakenIn, StoredDemand } from './store';

/** What a message says of a demand: its own title, and the state of the one that is worked on. */
export interface ToldDemand {
  id: string;
  title: string;
  state: DemandState;
}

/** A demand as a message tells of it to whoever raised it. */
export async function toldDemand(
  connection: Connection,
  id: string,
): Promise<ToldDemand | undefined> {
  const demand = await selectDemand(connection, id);
  if (!demand) return undefined;
  const into = demand.mergedInto ? await selectDemand(connection, demand.mergedInto) : undefined;
  return { id, title: demand.title, state: (into ?? demand).state };
}

/** What some demands are called. */
export async function demandTitles(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, string>> {
  return new Map((await selectDemandTitles(connection, ids)).map(({ id, title }) => [id, title]));
}

/** Tells whoever raised a demand, or one that was merged into it, what happened to it. */
export async function tellRequesters(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  by: Doer,
  demand: StoredDemand,
  { event, at, reason }: { event: string; at: string; reason: string | undefined },
): Promise<void> {
  const told = demandNoticeEventSchema.safeParse(event);
  if (!told.success) return;
  const listeners = listenersOf(demand, await selectTakenIn(tx, demand.id), by.ref);
  await sendDemandNotices(ctx, tx, listeners, {
    demandId: demand.id,
    revision: demand.revision,
    event: told.data,
    at,
    by: by.ref,
    ...(reason ? { reason } : {}),
  });
}
