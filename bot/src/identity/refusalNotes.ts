import { OffersClient, slackRefusalSchema } from '@offerdesk/backstage-plugin-offers-common';
import { errorWords, Log } from '../log';
import { Asker } from './asker';

/** Has it written down in the portal's log that somebody was refused. */
export type NoteRefusal = (asker: Asker, code: string) => void;

const AGAIN_AFTER_MS = 3_600_000;
const MOST = 5_000;
const TIMEOUT_MS = 5_000;

/**
 * Tells the portal whom the bot refused before it asked: only Slack knows guests and apps. Each once an hour, so that
 * nobody can fill the log; never in the way of the answer.
 *
 * @param token - the bot's own token
 */
export function refusalNotes(client: OffersClient, token: string, log: Log): NoteRefusal {
  const noted = new Map<string, number>();
  return (asker, code) => {
    const refusal = slackRefusalSchema.safeParse({ ...asker, code });
    if (!refusal.success) return;
    const key = `${asker.teamId}/${asker.slackUserId}/${code}`;
    const now = performance.now();
    const before = noted.get(key);
    if (before !== undefined && now - before < AGAIN_AFTER_MS) return;
    if (noted.size >= MOST) noted.clear();
    noted.set(key, now);
    const options = { token, signal: AbortSignal.timeout(TIMEOUT_MS) };
    client.call('noteSlackRefusal', { body: refusal.data }, options).catch(error => {
      noted.delete(key);
      log.warn('A refusal could not be written into the log of the portal', {
        slackUser: asker.slackUserId,
        team: asker.teamId,
        code,
        error: errorWords(error),
      });
    });
  };
}
