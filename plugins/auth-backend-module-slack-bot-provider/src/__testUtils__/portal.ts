import authPlugin from '@backstage/plugin-auth-backend';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { ServiceFactory } from '@backstage/backend-plugin-api';
import { UserEntity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import slackBotProvider from '../index';
import { BotKey } from './bot';

/** Ada of the payments team, and Ben, whom only his e-mail address could identify. */
export const people: UserEntity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'ada',
      namespace: 'default',
      annotations: { 'slack.com/bot-notify': 'U0ADA0001' },
    },
    spec: { memberOf: ['payments-team'], profile: { email: 'ada@example.com' } },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments-team' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ben', namespace: 'default' },
    spec: { memberOf: [], profile: { email: 'ben@example.com' } },
  },
];

type Options = {
  /** The bot's key; its public half is in the configuration. */
  key: BotKey;
  /** More of `auth.providers.slackBot`. */
  settings?: { matchEmail?: boolean };
  /** The catalogue; holds {@link people} if absent. */
  catalog?: ServiceFactory<CatalogService>;
  /** A database that is shared with another portal; an own one in memory if absent. */
  knex?: Knex;
};

/**
 * Starts a portal with the auth plugin, the provider, and Backstage's own token services.
 *
 * @returns its server, and everything that it wrote into the audit log
 */
export async function startPortal({ key, settings, catalog, knex }: Options) {
  const auditor = mockServices.auditor.mock();
  const audited: { eventId: string; status: string; meta: object; error?: string }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async params => {
      audited.push({ eventId, status: 'succeeded', meta: { ...meta, ...params?.meta } });
    },
    fail: async ({ error, ...params }) => {
      const all = { ...meta, ...params.meta };
      audited.push({ eventId, status: 'failed', meta: all, error: String(error) });
    },
  }));

  const { server } = await startTestBackend({
    features: [
      authPlugin,
      slackBotProvider,
      authServiceFactory,
      httpAuthServiceFactory,
      auditor.factory,
      catalog ?? catalogServiceMock.factory({ entities: people }),
      mockServices.database.factory(knex && { knex }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { database: { client: 'better-sqlite3', connection: ':memory:' } },
          auth: {
            providers: {
              slackBot: { publicKey: key.publicPem, teams: ['T0OFFERD1'], ...settings },
            },
          },
        },
      }),
    ],
  });
  return { server, audited };
}
