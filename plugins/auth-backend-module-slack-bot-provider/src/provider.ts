import {
  AuditorService,
  AuditorServiceEvent,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  AuthProviderFactory,
  AuthResolverContext,
  BackstageSignInResult,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
  SignInInfo,
} from '@backstage/plugin-auth-node';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ASSERTION_HEADER, SlackAssertion, verifyAssertion } from './assertion';
import { LinkedUser } from './linkedUser';
import { findPerson } from './person';
import { refusal, refusalCodeOf } from './refusal';
import { SlackBotSettings } from './settings';
import { forgetExpiredAssertions, rememberAssertion } from './usedAssertions';

/** What the provider works with. */
export type SlackBotProviderOptions = {
  settings: SlackBotSettings;
  knex: Knex;
  linkedUser: LinkedUser;
  catalog: CatalogService;
  auth: AuthService;
  auditor: AuditorService;
  logger: LoggerService;
  now: () => Date;
};

/** Who was accepted, as the audit log tells it. */
type AcceptedPerson = { userEntityRef: string; slackUserId: string; team: string };

/** An accepted sign-in, whose audit entry is open until the token is there. */
type AcceptedSignIn = { person: AcceptedPerson; audit: AuditorServiceEvent };

/**
 * The auth provider `slackBot`: assertion in, Backstage token of the person out. Nothing is kept
 * between requests, and there is no session to refresh: each call needs a new assertion.
 */
export function createSlackBotProviderFactory(
  options: SlackBotProviderOptions,
): AuthProviderFactory {
  return createProxyAuthProviderFactory({
    authenticator: slackBotAuthenticator(options),
    signInResolver: signInAcceptedPerson,
  });
}

function slackBotAuthenticator(options: SlackBotProviderOptions) {
  return createProxyAuthenticator<{}, AcceptedSignIn, undefined>({
    defaultProfileTransform: async () => ({ profile: {} }),
    initialize: () => ({}),
    async authenticate({ req }) {
      // The answer holds a token: no proxy on the way may keep it.
      req.res?.setHeader('Cache-Control', 'no-store');
      const audit = await options.auditor.createEvent({
        eventId: 'slack-bot-sign-in',
        severityLevel: 'medium',
        request: req,
      });
      const person = await acceptOrAudit(req.header(ASSERTION_HEADER), options, audit);
      return { result: { person, audit } };
    },
  });
}

async function acceptOrAudit(
  token: string | undefined,
  options: SlackBotProviderOptions,
  audit: AuditorServiceEvent,
): Promise<AcceptedPerson> {
  let assertion: SlackAssertion | undefined;
  try {
    assertion = await verifyAssertion(token, options.settings, options.now());
    const userEntityRef = await acceptAssertion(assertion, options);
    return { userEntityRef, slackUserId: assertion.slackUserId, team: assertion.team };
  } catch (error) {
    await audit.fail({
      error: asError(error),
      meta: {
        reason: refusalCodeOf(error) ?? 'error',
        // Known only once the signature is checked: before that, anyone may have written it.
        ...(assertion && { slackUserId: assertion.slackUserId, team: assertion.team }),
      },
    });
    throw error;
  }
}

async function acceptAssertion(
  assertion: SlackAssertion,
  options: SlackBotProviderOptions,
): Promise<string> {
  const { settings, knex, catalog, auth, linkedUser, logger, now } = options;
  if (!settings.teams.includes(assertion.team)) throw refusal('team-not-allowed');
  if (!(await rememberAssertion(knex, assertion))) throw refusal('assertion-replayed');
  // Housekeeping must not cost a person the sign-in; the next one purges again.
  await forgetExpiredAssertions(knex, now()).catch(error =>
    logger.warn('Could not remove expired Slack bot assertions', asError(error)),
  );
  const { matchEmail, teams } = settings;
  const annotatedTeam = teams[0] ?? '';
  return findPerson(assertion, { catalog, auth, matchEmail, linkedUser, annotatedTeam });
}

async function signInAcceptedPerson(
  { result: { person, audit } }: SignInInfo<AcceptedSignIn>,
  context: AuthResolverContext,
): Promise<BackstageSignInResult> {
  try {
    const signedIn = await context.signInWithCatalogUser({ entityRef: person.userEntityRef });
    await audit.success({ meta: person });
    return signedIn;
  } catch (error) {
    await audit.fail({ error: asError(error), meta: { reason: 'error', ...person } });
    throw error;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
