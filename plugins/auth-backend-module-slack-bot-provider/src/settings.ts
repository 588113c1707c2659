import { Config } from '@backstage/config';
import { createPublicKey, KeyObject } from 'node:crypto';

const SECTION = 'auth.providers.slackBot';
const DEFAULT_TOLERANCE_SECONDS = 5;
const MAX_TOLERANCE_SECONDS = 60;

/** What `auth.providers.slackBot` says, checked. */
export type SlackBotSettings = {
  /** Ed25519 public keys; an assertion signed by the private half of any of them is accepted. */
  publicKeys: KeyObject[];
  /** Slack team ids whose people may sign in; never empty. */
  teams: string[];
  /** Whether a confirmed e-mail may find the user when no annotation does. */
  matchEmail: boolean;
  /** How far the clocks of bot and portal may be apart, in seconds. */
  clockToleranceSeconds: number;
};

/**
 * Reads the section `auth.providers.slackBot`.
 *
 * @param rootConfig - the configuration of the whole backend
 * @returns the settings, or undefined when the section is absent: the provider is then not wanted
 * @throws Error that names the key and the remedy, when a value is missing or cannot be used
 */
export function readSlackBotSettings(rootConfig: Config): SlackBotSettings | undefined {
  const config = rootConfig.getOptionalConfig(SECTION);
  if (!config) return undefined;
  return {
    publicKeys: readPublicKeys(config),
    teams: readTeams(config),
    matchEmail: config.getOptionalBoolean('matchEmail') ?? false,
    clockToleranceSeconds: readClockTolerance(config),
  };
}

function readPublicKeys(config: Config): KeyObject[] {
  const one = config.getOptionalString('publicKey');
  const several = config.getOptionalStringArray('publicKeys');
  if (one !== undefined && several !== undefined) {
    throw new Error(
      `${SECTION} has both publicKey and publicKeys: move the key of publicKey into the list publicKeys and remove publicKey`,
    );
  }
  if (several) {
    if (several.length === 0) {
      throw new Error(`${SECTION}.publicKeys is empty: list at least one Ed25519 public key (PEM)`);
    }
    return several.map((pem, index) => parsePublicKey(pem, `${SECTION}.publicKeys[${index}]`));
  }
  if (one === undefined) {
    throw new Error(
      `${SECTION}.publicKey is missing: set it to the PEM of the bot's Ed25519 public key (in the sample configuration the environment variable OFFERS_BOT_PUBLIC_KEY), or remove ${SECTION} when there is no bot`,
    );
  }
  return [parsePublicKey(one, `${SECTION}.publicKey`)];
}

function parsePublicKey(text: string, key: string): KeyObject {
  // Secret stores and .env files often keep a PEM on one line with \n written out.
  const pem = text.replace(/\\n/g, '\n');
  // Node derives the public half of a private key without a word; the secret would then lie in
  // the configuration of a portal that has no need of it.
  if (pem.includes('PRIVATE KEY')) {
    throw new Error(
      `${key} holds a private key: keep that with the bot only, and put here what "openssl pkey -pubout" prints for it`,
    );
  }
  const parsed = tryCreatePublicKey(pem);
  if (parsed?.asymmetricKeyType !== 'ed25519') {
    throw new Error(
      `${key} is not an Ed25519 public key in PEM: make a pair with "openssl genpkey -algorithm ed25519 -out bot.pem", and put here what "openssl pkey -in bot.pem -pubout" prints`,
    );
  }
  return parsed;
}

function tryCreatePublicKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function readTeams(config: Config): string[] {
  const teams = config.getOptionalStringArray('teams') ?? [];
  if (teams.length === 0) {
    throw new Error(
      `${SECTION}.teams is missing or empty: list the ids of the Slack workspaces whose people may sign in, such as T0123ABCD (auth.test of the bot's token tells it)`,
    );
  }
  const wrong = teams.find(team => !/^[TE][A-Z0-9]+$/.test(team));
  if (wrong !== undefined) {
    throw new Error(
      `${SECTION}.teams has "${wrong}", which is not a Slack team id: use the id that starts with T (or E), not the name or the address of the workspace`,
    );
  }
  return teams;
}

function readClockTolerance(config: Config): number {
  const seconds = config.getOptionalNumber('clockToleranceSeconds') ?? DEFAULT_TOLERANCE_SECONDS;
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_TOLERANCE_SECONDS) {
    throw new Error(
      `${SECTION}.clockToleranceSeconds is ${seconds}: use a whole number from 0 to ${MAX_TOLERANCE_SECONDS}`,
    );
  }
  return seconds;
}
