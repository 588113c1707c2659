import { Logger, LogLevel } from '@slack/bolt';

/** What a log line tells beside its message; ids, never contents or secrets. @public */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** A log of JSON lines. @public */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

type Level = keyof Log;

const order: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

// Slack tokens, JWTs (assertions, Backstage tokens), bearer headers, PEM keys, socket tickets and response URLs.
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*|Bearer\s+\S+|-----BEGIN[\s\S]*?-----END[^-]*-----|ticket=[^&\s"]+|https:\/\/hooks\.slack\.com\/\S+/g;

/** The text with everything that looks like a secret taken out. */
export function redact(text: string): string {
  return text.replace(SECRETS, '[redacted]');
}

/**
 * Writes JSON lines `{at, level, message, …}`, one an event.
 *
 * @param minimum - the lowest level that is written
 * @param write - takes a line without its line break
 */
export function jsonLog(
  minimum: Level,
  write: (line: string) => void = line => process.stdout.write(`${line}\n`),
): Log {
  const at =
    (level: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (order[level] < order[minimum]) return;
      const line = { at: new Date().toISOString(), level, message, ...fields };
      write(
        JSON.stringify(line, (_key, value) => (typeof value === 'string' ? redact(value) : value)),
      );
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A Bolt logger that writes to ours. Its debug lines hold whole payloads and never leave the process. */
export function boltLogger(log: Log): Logger {
  const words = (parts: unknown[]) =>
    parts
      .map(part => errorWords(part))
      .join(' ')
      .slice(0, 2000);
  return {
    debug: () => {},
    info: (...parts) => log.debug(words(parts), { source: 'slack' }),
    warn: (...parts) => log.warn(words(parts), { source: 'slack' }),
    error: (...parts) => log.error(words(parts), { source: 'slack' }),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}

/** What an error says, without a stack and without what it carries. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
