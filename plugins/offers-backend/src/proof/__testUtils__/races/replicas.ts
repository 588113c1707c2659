import { Knex } from 'knex';
import { DatabaseKind } from '../../../__testUtils__/databases';
import { aPortal, Caller, PortalOptions, TestPortal } from '../../../__testUtils__/portal';

/** Several replicas of the plugin over one database; where the database serves one process, one that is asked at once. */
export interface Replicas {
  all: readonly TestPortal[];
  first: TestPortal;
  /** breaks every connection that a replica has to the database, in the middle of whatever it does */
  cut(index: number): void;
  stop(): Promise<void>;
}

/** Starts them, without servers: their clock is the database's too. */
export async function replicasOf(
  kind: DatabaseKind,
  count: number,
  options: PortalOptions = {},
): Promise<Replicas> {
  const asked = { ...options, inProcess: true };
  const first = await aPortal(kind, asked);
  const { clock, database } = first;
  const all = [first];
  while (kind === 'pg' && all.length < count) {
    all.push(await aPortal(kind, { ...asked, clock, database }));
  }
  for (const { ctx } of all) ctx.db.now = async () => clock.now().toISOString();
  return {
    all,
    first,
    cut(index) {
      const portal = all[index % all.length];
      if (kind === 'pg' && portal) cutOff(portal.ctx.db.knex);
    },
    async stop() {
      for (const portal of [...all].reverse()) await portal.stop();
    },
  };
}

/** What the pool of a PostgreSQL client holds, as far as it is needed to cut its cables. */
interface Pool {
  used: { resource: { connection: { stream: { destroy(): void } } } }[];
}

function cutOff(knex: Knex): void {
  const { used } = knex.client.pool as Pool;
  for (const { resource } of [...used]) resource.connection.stream.destroy();
}

/** What one of many who ask at once was answered. */
export type Answer = { ok: true; answer: unknown } | { ok: false; status: number; code?: string };

/** An answer or a refusal; where the answer never came, the status is 0 or says that the portal failed. */
export async function answerOf(work: Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, answer: await work };
  } catch (error) {
    const { status = 0, code } = error as { status?: number; code?: string };
    return { ok: false, status, ...(code ? { code } : {}) };
  }
}

/** Whether nobody knows what came of it. */
export const isUnknown = (answer: Answer): boolean =>
  !answer.ok && (answer.status === 0 || answer.status >= 500);

/** Calls as somebody, with one key however often it is asked. */
export function withKey(call: Caller, key: string): Caller {
  return (id, input) => call(id, { ...input, idempotencyKey: key });
}
