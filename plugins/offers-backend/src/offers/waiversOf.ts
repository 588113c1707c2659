import { Waiver } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectWaivers } from './waiverStore';

/** The waivers of some offers that count at an instant. */
export async function waiversOf(
  connection: Connection,
  offerIds: readonly string[],
  at: string,
): Promise<Waiver[]> {
  return offerIds.length === 0 ? [] : selectWaivers(connection, offerIds, at);
}
