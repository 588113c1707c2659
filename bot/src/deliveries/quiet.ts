import {
  ClaimedDelivery,
  heldUntil,
  mayWait,
  zoneSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { WebClient } from '@slack/web-api';
import { Outcome } from './outcome';
import { Addressee } from './target';

/** A delivery waits for a day at most before the portal is asked again. */
const LONGEST_SECONDS = 86_400;

/**
 * Whether it is a quiet time where the reader of a message is, for readers of whom the portal does not know where that is: the message then
 * waits for its end. Nothing was posted.
 */
export async function restingUntil(
  { body }: Pick<ClaimedDelivery, 'body'>,
  addressee: Addressee,
  slack: Pick<WebClient, 'users'>,
  now: Date = new Date(),
): Promise<Outcome | undefined> {
  if (addressee.kind !== 'person') return undefined;
  const { quiet } = addressee;
  if (!quiet || !mayWait(body, quiet)) return undefined;
  const zone = zoneSchema.safeParse(await zoneOf(addressee, slack)).data ?? quiet.zone;
  const until = heldUntil(body, { quiet, zone, at: now.toISOString() });
  if (until === undefined) return undefined;
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1000);
  return {
    result: 'retry',
    error: `It is a quiet time where they are, until ${until}`,
    afterSeconds: Math.min(seconds, LONGEST_SECONDS),
  };
}

async function zoneOf(
  { account }: Extract<Addressee, { kind: 'person' }>,
  slack: Pick<WebClient, 'users'>,
): Promise<string | undefined> {
  const { id, tz } = await account();
  if (tz !== undefined) return tz;
  const { user } = await slack.users.info({ user: id });
  return user?.tz;
}
