import { generateKeyPairSync } from 'node:crypto';
import { Bot } from '../app';
import { BotConfig } from '../config';
import { jsonLog } from '../log';

/** The key that the bot of a test signs with. */
export const botKey = generateKeyPairSync('ed25519');

/** The token of the bot of a test. */
export const BOT_TOKEN = 'token-of-the-bot-alone';

/** A configuration for the local workspace of the sample. */
export function aConfig(
  changes: Partial<BotConfig> & Pick<BotConfig, 'offersBaseUrl' | 'slackApiUrl'>,
): BotConfig {
  return {
    offersBotToken: BOT_TOKEN,
    assertionKey: botKey.privateKey,
    slackAccess: { kind: 'token', botToken: 'xoxb-offerdesk-sample' },
    slackMode: { kind: 'socket', appToken: 'xapp-offerdesk-sample' },
    slackTeamId: 'T0OFFERD1',
    slackTeams: ['T0OFFERD1'],
    slackAppId: undefined,
    slackDates: 'reader',
    host: '127.0.0.1',
    port: 0,
    messageEveryMs: 1_000,
    worker: 'test',
    logLevel: 'info',
    ...changes,
  };
}

/** A bot that works against a local workspace, and what it logged. */
export function aBot(config: BotConfig): { bot: Bot; logged: string[] } {
  const logged: string[] = [];
  return {
    bot: new Bot(
      config,
      jsonLog(config.logLevel, line => logged.push(line)),
    ),
    logged,
  };
}
