import { AuditorService, PermissionsService } from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ApprovalConfig,
  approvalPolicySchema,
  CallInput,
  CallOptions,
  CallOutput,
  OffersClient,
  Operation,
  OperationId,
  operations,
} from '@offerdesk/backstage-plugin-offers-common';
import { OfferSource } from '@offerdesk/backstage-plugin-offers-node';
import express, { Express } from 'express';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { z } from 'zod';
import { OfferGuard } from '../api/OfferGuard';
import { createRouter } from '../api/router';
import { Context, Reactions } from '../context';
import { AfterCommit, Database } from '../database/Database';
import { newIdAt } from '../newId';
import { Callers } from '../people/actor';
import { Directory } from '../people/Directory';
import { ApprovalModules } from '../plans/approvalModules';
import { Approvers } from '../plans/Approvers';
import { reactions } from '../reactions';
import { Settings } from '../settings';
import { seedStructure } from '../structure/seed';
import { aDatabase, DatabaseKind, TestDatabase } from './databases';
import { Fetching, inProcess } from './inProcess';
import { entities, principalsOf } from './organisation';
import { auth, noRules, policyOf, quietAuditor, quietLogger } from './services';
import { httpAuth, serviceToken, tokenOf } from './tokens';

/** Time that the test rules. */
export class TestClock {
  constructor(private at = Date.parse('2026-12-01T09:00:00.000Z')) {}
  now = (): Date => new Date(this.at);
  set(instant: string): void {
    this.at = Date.parse(instant);
  }
  pass(seconds: number): void {
    this.at += seconds * 1000;
  }
}

/** The plugin as an HTTP server on loopback, over a real database, with people who call it. */
export interface TestPortal {
  ctx: Context;
  clock: TestClock;
  database: TestDatabase;
  url: string;
  /** what answers, to be handed requests without a server */
  app: Express;
  /** calls an operation as a person; the Idempotency-Key is new unless told */
  as(name: string, options?: CallOptions): Caller;
  bot: Caller;
  /** a pipeline with a service token of its own */
  pipeline: Caller;
  stop(): Promise<void>;
}

/** Calls operations as somebody. */
export type Caller = <Id extends OperationId>(
  id: Id,
  input: Omit<CallInput<Id>, 'idempotencyKey'> & { idempotencyKey?: string },
) => Promise<CallOutput<Id>>;

/** How a portal of the tests differs from the usual one. */
export interface PortalOptions {
  /** settings; those of approvals as the configuration writes them */
  settings?: Partial<Omit<Settings, 'approval'>> & { approval?: ApprovalConfig };
  approval?: Partial<ApprovalModules>;
  sources?: OfferSource[];
  permissions?: PermissionsService;
  reactions?: Partial<Reactions>;
  database?: TestDatabase;
  clock?: TestClock;
  afterCommit?: AfterCommit;
  auditor?: AuditorService;
  /** where it listens; absent: anywhere */
  port?: number;
  /** without a server: people call it within this process, and its address leads nowhere */
  inProcess?: boolean;
}

const usualApproval: ApprovalConfig = {
  approvers: ['group:default/release-managers'],
  required: 1,
  channel: 'C0APPROVE',
  breakGlass: { groups: ['group:default/operations'] },
};

/** What the configuration of the tests says; of approvals, see above. */
export const usualSettings: Omit<Settings, 'approval'> = {
  portalUrl: 'http://portal.test',
  roles: {
    catalogManager: ['group:default/catalog-managers'],
    productManager: [],
    releaseManager: ['group:default/release-managers'],
    operationsManager: ['group:default/operations'],
    supportSpecialist: [],
    testSpecialist: [],
  },
  categories: [
    { id: 'databases', title: 'Databases' },
    { id: 'storage', title: 'Storage' },
  ],
  announcementChannels: [{ channel: 'C0OFFERS0', audience: ['group:default/engineers'] }],
  matchEmail: false,
  channelTeams: {},
  channelNames: { C0OFFERS0: 'platform-offers' },
  demand: { forUncarriedProducts: false },
  waiverRoles: ['catalogManager'],
  consumerManagers: [],
  freezes: [],
};

/** Starts the plugin; a second one on the same database is a second replica. */
export async function aPortal(
  kind: DatabaseKind,
  options: PortalOptions = {},
): Promise<TestPortal> {
  const clock = options.clock ?? new TestClock();
  const database = options.database ?? (await aDatabase(kind));
  const knex = database.connect();
  // A database of its own came with its tables; another may be that of an earlier release.
  const service = { getClient: async () => knex, migrations: { skip: !options.database } };
  const db = await Database.create(service, clock.now, options.afterCommit);
  const settings: Settings = {
    ...usualSettings,
    ...options.settings,
    approval: approvalPolicySchema.parse(options.settings?.approval ?? usualApproval),
  };
  const directory = new Directory(new InMemoryCatalogClient({ entities }), auth);
  const logger = quietLogger();
  const modules = { conditions: new Map(), resolvers: new Map(), ...options.approval };
  const ctx: Context = {
    db,
    clock: clock.now,
    newId: () => newIdAt(clock.now()),
    settings,
    directory,
    approvers: new Approvers(settings.approval, modules, directory, logger),
    guard: new OfferGuard(options.permissions ?? policyOf(AuthorizeResult.ALLOW), noRules),
    sources: new Map((options.sources ?? []).map(source => [source.id, source])),
    reactions: { ...reactions, ...options.reactions },
    logger,
    auditor: options.auditor ?? quietAuditor,
  };
  await seedStructure(ctx);
  const app = appOf(ctx);
  const { url, fetching, close } = options.inProcess
    ? { url: 'http://portal.test', fetching: inProcess(app), close: async () => {} }
    : await served(app, options.port);
  return {
    ctx,
    clock,
    database,
    url,
    app,
    ...callersAt(url, fetching),
    async stop() {
      await close();
      if (!options.database) await database.destroy();
    },
  };
}

/** Everybody who calls the portal at an address. */
export function callersAt(
  url: string,
  fetching: Fetching = { fetch },
): Pick<TestPortal, 'as' | 'bot' | 'pipeline'> {
  const client = new OffersClient({ getBaseUrl: async () => url }, fetching);
  return {
    as: (name, callOptions) => caller(client, tokenOf(name), callOptions),
    bot: caller(client, serviceToken()),
    pipeline: caller(client, serviceToken('external:pipeline')),
  };
}

function appOf(ctx: Context): Express {
  const userInfo = {
    async getUserInfo(credentials: unknown) {
      const { userEntityRef } = (credentials as { principal: { userEntityRef: string } }).principal;
      return {
        userEntityRef,
        ownershipEntityRefs: principalsOf(userEntityRef.replace(/^.*\//, '')),
      };
    },
  };
  const app = express();
  app.use(createRouter(ctx, new Callers(httpAuth, userInfo, ctx.settings), httpAuth));
  return app;
}

async function served(app: Express, wanted = 0) {
  const server = createServer(app);
  // Who asks now and then would find a connection closed at the moment of asking, and take that for an answer.
  server.keepAliveTimeout = 0;
  await new Promise<void>(resolve => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    fetching: { fetch },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function caller(client: OffersClient, token: string, options: CallOptions = {}): Caller {
  return async (id, input) => {
    const whole = { idempotencyKey: randomUUID(), ...input } as unknown as CallInput<typeof id>;
    const answer = await client.call(id, whole, { token, ...options });
    // The contract: every answer of every test is what its operation says, and not a field more.
    const { response, stream }: Operation = operations[id];
    if (stream) return eachParsed(response, answer as AsyncIterable<unknown>) as typeof answer;
    response.parse(answer);
    return answer;
  };
}

async function* eachParsed(line: z.ZodType, lines: AsyncIterable<unknown>) {
  for await (const found of lines) yield line.parse(found);
}

/** The refusal of a call: its status and code. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; code?: string }> {
  try {
    await call;
  } catch (error) {
    const { status, code } = error as { status: number; code?: string };
    return { status, ...(code ? { code } : {}) };
  }
  throw new Error('The call was not refused');
}
