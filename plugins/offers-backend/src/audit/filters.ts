import { AuditFilters } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';

/**
 * The area of an action: everything up to its dot. Written as in the migration that indexes it; both
 * kinds of database take an index for an expression only when it is spelt the same.
 */
const AREA = "rtrim(action, 'abcdefghijklmnopqrstuvwxyz-')";

/** What each filter compares, the one that leaves fewest entries first. */
function comparisons(filters: AuditFilters): [expression: string, value: string | undefined][] {
  const { subjectId, actor, action, subjectKind, surface } = filters;
  return [
    ['subject_id', subjectId],
    ['actor', actor],
    [action?.endsWith('.') ? AREA : 'action', action],
    ['subject_kind', subjectKind],
    ['surface', surface],
  ];
}

/**
 * Puts the filters into a query. Each filter has an index in the order of the page; a planner without
 * statistics takes any of them, so all but the first are written in a form that no index serves.
 *
 * @param indexed - false for a query that is to walk along `seq`, whatever the filters
 */
export function applyFilters(
  query: Knex.QueryBuilder,
  filters: AuditFilters,
  { indexed }: { indexed: boolean },
): void {
  let free = indexed;
  for (const [expression, value] of comparisons(filters)) {
    if (value === undefined) continue;
    query.whereRaw(`${expression}${free ? '' : " || ''"} = ?`, [value]);
    free = false;
  }
  const at = indexed ? 'at' : "at || ''";
  if (filters.from) query.whereRaw(`${at} >= ?`, [filters.from]);
  if (filters.until) query.whereRaw(`${at} < ?`, [filters.until]);
}
