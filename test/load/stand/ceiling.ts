import {
  coreServices,
  createBackendModule,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import type { Knex } from 'knex';
import { createCeilingTables, writeByHand } from './handWritten';
import { createLoadTable, loadRaw } from './rawLoad';
import { Recorder } from './recorder';

/** What hand-written routes need. */
interface Deps {
  knex: Knex;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
}

/**
 * The ceiling: routes as somebody would write them by hand in the same backend, under `/api/offers/ceiling` so
 * that they share router, authentication, database and connections with what they are compared with.
 *
 * - `GET /read?of=<address>` authenticates the person, asks who they are, runs the statements that our own
 *   route sends for that address and person (recorded once, with `POST /record`), and answers with the rows.
 *   It asks no permission policy, parses no query, and checks nothing.
 * - `POST /write/:what` is a transaction written by hand over tables of its own: idempotency key, state, audit
 *   entry in a hash chain, outbox rows.
 * - `POST /load` writes rows of the size of an imported offer by plain inserts.
 * - `GET /memory` collects garbage and says what is left; `GET /processor` says how much time of it was taken.
 */
export const ceilingModule = createBackendModule({
  pluginId: 'offers',
  moduleId: 'ceiling',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        userInfo: coreServices.userInfo,
      },
      async init({ database, httpAuth, httpRouter, userInfo }) {
        const knex = await database.getClient();
        await createCeilingTables(knex);
        await createLoadTable(knex);
        httpRouter.use(routes({ knex, httpAuth, userInfo }));
        for (const path of ['/ceiling/memory', '/ceiling/processor']) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
      },
    });
  },
});

function routes({ knex, httpAuth, userInfo }: Deps): express.Router {
  const recorder = new Recorder(knex);
  const router = Router();
  const caller = async (req: Request): Promise<string> => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    return (await userInfo.getUserInfo(credentials)).userEntityRef;
  };
  router.post('/ceiling/record', express.json(), async (req, res) => {
    const { address } = req.body as { address: string };
    const user = await caller(req);
    res.json(await recorder.record(user, address, String(req.header('authorization'))));
  });
  router.get('/ceiling/read', async (req, res) => {
    const user = await caller(req);
    res.json({ items: await recorder.replay(user, String(req.query.of)) });
  });
  router.post('/ceiling/write/:what', express.json({ limit: '1mb' }), async (req, res) => {
    const user = await caller(req);
    const key = String(req.header('idempotency-key'));
    res.status(201).json(await writeByHand(knex, String(req.params.what), user, key, req.body));
  });
  router.post('/ceiling/load', express.json(), async (req, res) => {
    await caller(req);
    const { rows } = req.body as { rows: number };
    await loadRaw(knex, rows);
    res.json({ loaded: rows });
  });
  router.get('/ceiling/memory', (_req, res) => {
    globalThis.gc?.();
    res.json(process.memoryUsage());
  });
  router.get('/ceiling/processor', (_req, res) => {
    const { user, system } = process.cpuUsage();
    res.json({ milliseconds: (user + system) / 1000 });
  });
  return router;
}
