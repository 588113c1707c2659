/**
 * The Slack app of Offerdesk: approves, commands and announces.
 *
 * @packageDocumentation
 */
import { Bot } from './app';
import { BotConfig, ConfigError, readConfig } from './config';
import { errorWords, jsonLog, redact } from './log';
import { WrongToken } from './slack/clients';

export { Bot } from './app';
export { ConfigError, readConfig } from './config';
export type { BotConfig } from './config';
export type { Log, LogFields } from './log';

/** Starts the bot from the environment, and stops it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = jsonLog(config.logLevel);
  const bot = new Bot(config, log);
  let ending: Promise<void> | undefined;
  const end = (signal: string) => {
    // A second signal does not wait for what is in hand.
    if (ending) process.exit(1);
    log.info('Stopping', { signal });
    ending = bot.stop().then(() => process.exit());
  };
  process.on('unhandledRejection', error => {
    // Socket Mode gives up like this when Slack takes the app's token away while it reconnects.
    log.error('The bot stops after a failure that nothing caught', { error: errorWords(error) });
    process.exitCode = 1;
    end('failure');
  });
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  await bot.start().catch(error => {
    throw startError(error, config);
  });
}

function startError(error: unknown, { host, port }: BotConfig): unknown {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken
    ? new ConfigError([
        `Port ${port} on ${host} is taken: set BOT_PORT to a free one, or stop what uses it.`,
      ])
    : error;
}

function complain(error: unknown): void {
  const words =
    error instanceof ConfigError || error instanceof WrongToken ? error.message : errorWords(error);
  process.stderr.write(`The bot cannot start.\n${redact(words)}\n`);
  process.exit(1);
}

if (require.main === module) main().catch(complain);
