import { publicStateAt, PublicState } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { livesOf } from './reading';

/** The public state of each offer at an instant, and from when its latest version is offered. */
export async function publicStates(
  connection: Connection,
  offerIds: readonly string[],
  at: string,
): Promise<Map<string, { state: PublicState; validFrom: string | undefined }>> {
  const lives = await livesOf(connection, offerIds);
  return new Map(
    [...lives].map(([id, { timeline }]) => [
      id,
      {
        state: publicStateAt(timeline, at),
        validFrom: timeline.versions.at(-1)?.validFrom,
      },
    ]),
  );
}
