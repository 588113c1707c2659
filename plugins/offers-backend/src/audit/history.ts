import { AuditEntry, AuditSubjectKind } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectAudit } from './store';

/** How many entries a history shows. */
const MOST = 100;

/** What happened to one thing, the latest last; of many entries the latest. */
export async function historyOf(
  connection: Connection,
  subjectKind: AuditSubjectKind,
  subjectId: string,
): Promise<Pick<AuditEntry, 'at' | 'actor' | 'action' | 'reason'>[]> {
  const links = await selectAudit(connection, { subjectKind, subjectId, limit: MOST });
  return links.reverse().map(({ at, actor, action, reason }) => ({
    at,
    actor,
    action,
    ...(reason ? { reason } : {}),
  }));
}
