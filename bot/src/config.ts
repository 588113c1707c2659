import { createPrivateKey, KeyObject, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { parseKeys, SealingKey } from './workspaces/sealing';

/** Everything the bot is started with. @public */
export interface BotConfig {
  /** address of the portal's backend, without a slash at the end */
  offersBaseUrl: string;
  /** the bot's own service token: claims and settles deliveries, nothing else */
  offersBotToken: string;
  /** Ed25519 key that signs assertions about Slack people */
  assertionKey: KeyObject;
  /** how the bot may speak in workspaces: a token of one, or an installation in each */
  slackAccess: { kind: 'token'; botToken: string } | OAuthAccess;
  /** how requests from Slack arrive, with the secret that this way needs */
  slackMode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  /** the first workspace: what names no other is there */
  slackTeamId: string;
  /** the workspaces whose people may use the bot, the first among them */
  slackTeams: readonly string[];
  /** when given, requests for another app are refused */
  slackAppId: string | undefined;
  /** another Slack than slack.com, such as a local workspace; ends with a slash */
  slackApiUrl: string | undefined;
  /** how dates are shown: in the zone of each reader, drawn by Slack, or in UTC */
  slackDates: 'reader' | 'utc';
  host: string;
  port: number;
  /** how far apart messages in one channel are on average, ms */
  messageEveryMs: number;
  /** name of this process in the claims that it makes */
  worker: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Several workspaces, each of which installs the app through OAuth. @public */
export interface OAuthAccess {
  kind: 'oauth';
  clientId: string;
  clientSecret: string;
  /** signs the state parameter, so that nobody can be led through an installation */
  stateSecret: string;
  /** the first seals installations; all of them open */
  keys: readonly SealingKey[];
  /** the address of the bot that people reach, for Slack to send them back to */
  publicUrl: string;
}

/** A configuration that cannot be used; its message has one sentence a problem. @public */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

function variable(name: string, remedy: string) {
  return z.string(`${name} is missing: ${remedy}.`).trim().min(1, `${name} is missing: ${remedy}.`);
}

function address(name: string, remedy: string) {
  return variable(name, remedy).refine(
    value => /^https?:\/\//.test(value) && URL.canParse(value),
    `${name} is not an address: ${remedy}.`,
  );
}

const OWN_TOKEN_REMEDY = 'set it to a token of backend.auth.externalAccess in the portal';
const BOT_TOKEN_REMEDY =
  'set it to the Bot User OAuth Token of the Slack app (OAuth & Permissions), which begins with xoxb-';
const APP_TOKEN_REMEDY =
  'with SLACK_MODE=socket set it to an app-level token with the scope connections:write (Basic Information), which begins with xapp-';
const SECRET_REMEDY =
  'with SLACK_MODE=http set it to the Signing Secret of the Slack app (Basic Information)';
const TEAM_REMEDY =
  'set it to the id of your Slack workspace, such as T0123ABCD (auth.test of the bot token tells it)';
const KEYS_REMEDY =
  'set it to NAME:KEY, KEY being what "openssl rand -base64 32" prints; to change the key put the new one first, and keep the old ones behind it, separated by commas';
const KEY_REMEDY =
  'set it to the PEM of an Ed25519 private key, made with "openssl genpkey -algorithm ed25519"; line breaks may be written \\n';

const environmentSchema = z.object({
  OFFERS_BASE_URL: address(
    'OFFERS_BASE_URL',
    "set it to the address of the portal's backend, such as http://127.0.0.1:7007",
  ).transform(value => value.replace(/\/+$/, '')),
  OFFERS_BOT_TOKEN: variable('OFFERS_BOT_TOKEN', OWN_TOKEN_REMEDY),
  OFFERS_BOT_PRIVATE_KEY: variable('OFFERS_BOT_PRIVATE_KEY', KEY_REMEDY).transform(readKey),
  SLACK_BOT_TOKEN: z
    .string()
    .trim()
    .startsWith('xoxb-', `SLACK_BOT_TOKEN is not a bot token: ${BOT_TOKEN_REMEDY}.`)
    .optional(),
  SLACK_CLIENT_ID: z.string().trim().optional(),
  SLACK_CLIENT_SECRET: z.string().trim().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .trim()
    .min(32, 'SLACK_STATE_SECRET is shorter than 32 characters: use "openssl rand -base64 32".')
    .optional(),
  SLACK_INSTALLATION_KEYS: z.string().transform(readKeys).optional(),
  BOT_PUBLIC_URL: address(
    'BOT_PUBLIC_URL',
    'set it to the address of the bot that people reach, such as https://bot.example.com',
  )
    .transform(value => value.replace(/\/+$/, ''))
    .optional(),
  SLACK_MODE: z
    .enum(['socket', 'http'], 'SLACK_MODE is neither socket nor http: set one of them.')
    .default('socket'),
  SLACK_APP_TOKEN: z.string().trim().optional(),
  SLACK_SIGNING_SECRET: z.string().trim().optional(),
  SLACK_TEAM_ID: variable('SLACK_TEAM_ID', TEAM_REMEDY)
    .transform(value => value.split(/\s*,\s*/))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^T[A-Z0-9]+$/, `SLACK_TEAM_ID is not the id of a workspace: ${TEAM_REMEDY}.`),
        )
        .min(1),
    ),
  SLACK_APP_ID: z
    .string()
    .regex(
      /^A[A-Z0-9]+$/,
      'SLACK_APP_ID is not an app id: copy it from Basic Information, or unset it.',
    )
    .optional(),
  SLACK_API_URL: address(
    'SLACK_API_URL',
    'set it to an address such as http://127.0.0.1:3900/api/, or unset it',
  )
    .transform(value => (value.endsWith('/') ? value : `${value}/`))
    .optional(),
  SLACK_DATES: z
    .enum(['reader', 'utc'], 'SLACK_DATES is neither reader nor utc: set one of them, or unset it.')
    .default('reader'),
  BOT_HOST: z.string().trim().min(1).default('127.0.0.1'),
  BOT_PORT: z.coerce
    .number('BOT_PORT is not a port: set it to a number from 0 to 65535.')
    .int()
    .min(0)
    .max(65_535, 'BOT_PORT is not a port: set it to a number from 0 to 65535.')
    .default(3910),
  BOT_MESSAGE_EVERY_MS: z.coerce
    .number('BOT_MESSAGE_EVERY_MS is no time: set it to milliseconds from 1 to 60000, or unset it.')
    .int()
    .min(1, 'BOT_MESSAGE_EVERY_MS is no time: set it to milliseconds from 1 to 60000, or unset it.')
    .max(60_000, 'BOT_MESSAGE_EVERY_MS is longer than a minute: shorten it, or unset it.')
    .default(1_000),
  BOT_WORKER: z
    .string()
    .max(100, 'BOT_WORKER is longer than 100 characters: shorten it, or unset it.')
    .optional(),
  BOT_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'BOT_LOG_LEVEL is none of debug, info, warn, error.')
    .default('info'),
});

function readKey(text: string, context: z.RefinementCtx): KeyObject {
  // Secret stores and .env files often keep a PEM on one line with \n written out.
  const key = tryReadKey(text.replace(/\\n/g, '\n'));
  if (key?.asymmetricKeyType === 'ed25519') return key;
  context.addIssue(`OFFERS_BOT_PRIVATE_KEY cannot be used: ${KEY_REMEDY}.`);
  return z.NEVER;
}

function readKeys(text: string, context: z.RefinementCtx): SealingKey[] {
  const keys = parseKeys(text);
  if (keys) return keys;
  context.addIssue(`SLACK_INSTALLATION_KEYS cannot be used: ${KEYS_REMEDY}.`);
  return z.NEVER;
}

function tryReadKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

/**
 * Reads the configuration from the environment. Empty variables count as absent.
 *
 * @throws ConfigError with one sentence for each variable that is missing or cannot be used
 * @public
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): BotConfig {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value?.trim()),
  );
  const parsed = environmentSchema.safeParse(given);
  const secretProblems = [...missingSecret(given), ...missingAccess(given)];
  if (!parsed.success || secretProblems.length > 0) {
    const issues = parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
    throw new ConfigError([...new Set([...issues, ...secretProblems])]);
  }
  const values = parsed.data;
  return {
    offersBaseUrl: values.OFFERS_BASE_URL,
    offersBotToken: values.OFFERS_BOT_TOKEN,
    assertionKey: values.OFFERS_BOT_PRIVATE_KEY,
    slackAccess: accessOf(values),
    slackMode:
      values.SLACK_MODE === 'socket'
        ? { kind: 'socket', appToken: values.SLACK_APP_TOKEN ?? '' }
        : { kind: 'http', signingSecret: values.SLACK_SIGNING_SECRET ?? '' },
    slackTeamId: values.SLACK_TEAM_ID[0] ?? '',
    slackTeams: values.SLACK_TEAM_ID,
    slackAppId: values.SLACK_APP_ID,
    slackApiUrl: values.SLACK_API_URL,
    slackDates: values.SLACK_DATES,
    host: values.BOT_HOST,
    port: values.BOT_PORT,
    messageEveryMs: values.BOT_MESSAGE_EVERY_MS,
    worker:
      values.BOT_WORKER ?? `${hostname().slice(0, 40)}-${process.pid}-${randomUUID().slice(0, 8)}`,
    logLevel: values.BOT_LOG_LEVEL,
  };
}

function missingSecret(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given.SLACK_MODE === 'http') {
    return given.SLACK_SIGNING_SECRET ? [] : [`SLACK_SIGNING_SECRET is missing: ${SECRET_REMEDY}.`];
  }
  return given.SLACK_APP_TOKEN ? [] : [`SLACK_APP_TOKEN is missing: ${APP_TOKEN_REMEDY}.`];
}

const OAUTH: Readonly<Record<string, string>> = {
  SLACK_CLIENT_ID: 'set it to the Client ID of the Slack app (Basic Information)',
  SLACK_CLIENT_SECRET: 'set it to the Client Secret of the Slack app (Basic Information)',
  SLACK_STATE_SECRET: 'set it to what "openssl rand -base64 32" prints',
  SLACK_INSTALLATION_KEYS: KEYS_REMEDY,
  BOT_PUBLIC_URL:
    'set it to the address of the bot that people reach, such as https://bot.example.com',
};

/** With SLACK_CLIENT_ID workspaces install the app; without it one workspace has given its token. */
function missingAccess(given: Readonly<Record<string, string | undefined>>): string[] {
  const wantsOAuth = Object.keys(OAUTH).some(name => name !== 'BOT_PUBLIC_URL' && given[name]);
  if (!wantsOAuth) {
    const several = given.SLACK_TEAM_ID?.includes(',') ?? false;
    return [
      ...(given.SLACK_BOT_TOKEN ? [] : [`SLACK_BOT_TOKEN is missing: ${BOT_TOKEN_REMEDY}.`]),
      ...(several
        ? ['SLACK_TEAM_ID names several workspaces: one token serves one, so set SLACK_CLIENT_ID.']
        : []),
    ];
  }
  const missing = Object.entries(OAUTH).filter(([name]) => !given[name]);
  return [
    ...missing.map(([name, remedy]) => `${name} is missing: ${remedy}.`),
    ...(given.SLACK_BOT_TOKEN
      ? ['SLACK_BOT_TOKEN is set beside SLACK_CLIENT_ID: unset one of them.']
      : []),
  ];
}

function accessOf(values: z.output<typeof environmentSchema>): BotConfig['slackAccess'] {
  if (values.SLACK_BOT_TOKEN) return { kind: 'token', botToken: values.SLACK_BOT_TOKEN };
  return {
    kind: 'oauth',
    clientId: values.SLACK_CLIENT_ID ?? '',
    clientSecret: values.SLACK_CLIENT_SECRET ?? '',
    stateSecret: values.SLACK_STATE_SECRET ?? '',
    keys: values.SLACK_INSTALLATION_KEYS ?? [],
    publicUrl: values.BOT_PUBLIC_URL ?? '',
  };
}
