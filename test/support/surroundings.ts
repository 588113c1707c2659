import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** What signs the requests of the sample's Slack. */
export const SIGNING_SECRET = 'offerdesk-sample-signing-secret';

/** What a journey wants otherwise than `npm start` has it. */
export interface SampleOptions {
  /** configuration of the portal over that of the sample; null takes a value away */
  config?: object;
  /** whether another bot works beside the first, that takes signed requests in place of Socket Mode */
  hasSecondBot?: boolean;
  /** people of the workspace whom nothing links to the portal: names by Slack id */
  strangers?: Readonly<Record<string, string>>;
}

/** The files that the portal is configured by, where they are not the usual ones. */
export function configurationIn(directory: string, { config }: SampleOptions): string[] {
  if (!config) return [];
  const changed = join(directory, 'app-config.journey.yaml');
  // What is JSON is YAML.
  writeFileSync(changed, JSON.stringify(config));
  return [join(ROOT, 'app-config.yaml'), changed];
}

/** The file with the people and channels of the workspace. */
export function workspaceIn(directory: string, { strangers = {} }: SampleOptions): string {
  const path = join(directory, 'slack.yaml');
  const lines = Object.entries(strangers).map(
    ([id, name]) => `  - { id: ${id}, name: ${id.toLowerCase()}, real_name: ${name} }\n`,
  );
  const sample = readFileSync(join(ROOT, 'test/sample/slack.yaml'), 'utf8');
  writeFileSync(path, sample.replace('\nusers:\n', `\nusers:\n${lines.join('')}`));
  return path;
}

/** The environment of portal and bots, but for the ports that they listen on. */
export function environmentOf(at: {
  portal: string;
  slack: string;
  /** folder of the portal's databases */
  db: string;
}): Record<string, string> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    // Many messages go to one channel within seconds, and nobody reads there.
    BOT_MESSAGE_EVERY_MS: '20',
    NODE_ENV: 'development',
    OFFERDESK_DB_DIRECTORY: at.db,
    OFFERS_BASE_URL: at.portal,
    OFFERS_BOT_PRIVATE_KEY: privateKey,
    OFFERS_BOT_PUBLIC_KEY: publicKey,
    OFFERS_BOT_TOKEN: 'token-of-the-bot-of-the-journeys',
    SLACK_API_URL: `${at.slack}/api/`,
    SLACK_APP_ID: 'A0OFFERD1',
    SLACK_APP_TOKEN: 'xapp-offerdesk-sample',
    SLACK_BOT_TOKEN: 'xoxb-offerdesk-sample',
    SLACK_DATES: 'utc',
    SLACK_MODE: 'socket',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_TEAM_ID: 'T0OFFERD1',
  };
}
