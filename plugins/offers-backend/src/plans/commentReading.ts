import { PlanComment } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectComment } from './commentStore';

/** One comment on a plan, for the room that tells people of it. */
export function commentOf(connection: Connection, id: string): Promise<PlanComment | undefined> {
  return selectComment(connection, id);
}
