import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  openApiDocument,
  Operation,
  OperationId,
  operations,
} from '@offerdesk/backstage-plugin-offers-common';
import express, { Request, RequestHandler, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { announcementRoutes } from '../announcements/routes';
import { auditRoutes } from '../audit/routes';
import { catalogueRoutes } from '../catalogue/routes';
import { Actor, Context } from '../context';
import { delegationRoutes } from '../delegations/routes';
import { demandRoutes } from '../demand/routes';
import { offerRoutes } from '../offers/routes';
import { Callers } from '../people/actor';
import { peopleRoutes } from '../people/routes';
import { planRoutes } from '../plans/routes';
import { pricingRoutes } from '../pricing/routes';
import { publishingRoutes } from '../publishing/routes';
import { Refusal } from '../refusal';
import { releaseRoutes } from '../releases/routes';
import { partyRoutes, priceListRoutes } from '../references/routes';
import { slackInstallationRoutes, slackLinkRoutes } from '../slack/routes';
import { reportRoutes } from '../reports/routes';
import { sourceRoutes } from '../sources/routes';
import { structureRoutes } from '../structure/routes';
import { sendAnswer } from './answers';
import { audited } from './auditing';
import { problemAnswers } from './errors';
import { parseRequest } from './parse';
import { Caller, Handlers } from './route';
import { cameWith } from './tokens';

/** What tells who sends a request. */
type HttpAuth = Pick<HttpAuthService, 'credentials'>;

let described: ReturnType<typeof openApiDocument> | undefined;

/** Made when it is first asked for, once a process: it takes a third of a second, which no start has to wait for. */
const description = () => (described ??= openApiDocument());

/** The HTTP side of the plugin: a route for each operation, and the document that describes them. */
export function createRouter(ctx: Context, callers: Callers, httpAuth: HttpAuth): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: '1mb' }));
  const handlers = allHandlers(ctx);
  for (const id of operationIds()) {
    const definition: Operation = operations[id];
    router[definition.method](definition.path, route(ctx, callers, httpAuth, id, handlers));
  }
  router.get('/openapi.json', (_req, res) => {
    res.json(description());
  });
  // Another path or method is answered in the same form. What else the plugin serves has to be added before.
  router.use(() => {
    throw new Refusal('not-found');
  });
  router.use(problemAnswers(ctx.logger));
  return router;
}

function allHandlers(ctx: Context): Handlers<OperationId> {
  return {
    ...catalogueRoutes(ctx),
    ...structureRoutes(ctx),
    ...offerRoutes(ctx),
    ...planRoutes(ctx),
    ...delegationRoutes(ctx),
    ...publishingRoutes(ctx),
    ...pricingRoutes(ctx),
    ...priceListRoutes(ctx),
    ...partyRoutes(ctx),
    ...announcementRoutes(ctx),
    ...releaseRoutes(ctx),
    ...demandRoutes(ctx),
    ...sourceRoutes(ctx),
    ...peopleRoutes(ctx),
    ...auditRoutes(ctx),
    ...reportRoutes(ctx),
    ...slackLinkRoutes(ctx),
    ...slackInstallationRoutes(ctx),
  };
}

function operationIds(): OperationId[] {
  return Object.keys(operations).filter((id): id is OperationId => id in operations);
}

function route(
  ctx: Context,
  callers: Callers,
  httpAuth: HttpAuth,
  id: OperationId,
  handlers: Handlers<OperationId>,
): RequestHandler {
  const definition: Operation = operations[id];
  // Which handler belongs to which operation is checked where the handlers are assembled.
  const handle = handlers[id] as (request: unknown) => Promise<unknown>;
  return (req: Request, res: Response) =>
    audited(ctx, id, req, async () => {
      const caller = await callerOf(ctx, callers, httpAuth, definition, req);
      const answer = await handle({ ...parseRequest(definition, req), ...caller });
      await sendAnswer(res, definition, answer);
    });
}

async function signedIn(
  callers: Callers,
  req: Request,
  allow: ('user' | 'service')[] = ['user'],
): Promise<Actor> {
  const actor = await callers.actor(req, allow);
  const token = req.header('authorization');
  if (token) cameWith(actor.credentials, token);
  return actor;
}

/** Who sends the request; a service needs the permission that the operation names. */
async function callerOf(
  ctx: Context,
  callers: Callers,
  httpAuth: HttpAuth,
  definition: Operation,
  req: Request,
): Promise<Caller> {
  if (definition.caller === 'user') return { actor: await signedIn(callers, req) };
  if (definition.caller === 'anyone') {
    return { actor: await signedIn(callers, req, ['user', 'service']) };
  }
  const credentials = await httpAuth.credentials(req, {
    allow: definition.caller === 'service' ? ['service'] : ['user', 'service'],
  });
  const { principal } = credentials;
  if (principal.type !== 'service') return { actor: await signedIn(callers, req) };
  await ctx.guard.require(credentials, definition.servicePermission);
  return { service: { ref: `service:${principal.subject}` } };
}
