import { isClear } from '../backend/offers';
import { IdentityRefusal } from '../identity/refusal';
import { errorWords, Log, LogFields } from '../log';

/** Writes why a request did not go through; a refusal is information, the rest an error. */
export function logRefusal(log: Log, error: unknown, fields: LogFields): void {
  if (error instanceof IdentityRefusal) {
    log.warn('Person refused', { ...fields, code: error.code, error: error.detail });
  } else if (isClear(error)) {
    log.info('Request refused', { ...fields, code: error.code, error: error.message });
  } else {
    const cause = error instanceof Error && error.cause ? errorWords(error.cause) : undefined;
    log.error('Request failed', { ...fields, error: errorWords(error), cause });
  }
}
