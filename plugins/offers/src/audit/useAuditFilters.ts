import {
  AUDIT_SUBJECT_KINDS,
  oneOf,
  SURFACES,
  type AuditSubjectKind,
  type Surface,
} from '@offerdesk/backstage-plugin-offers-common';
import { useAddress } from '../data/useAddress';
import { namedTime } from '../forms/namedTime';

const NAMES = ['subjectKind', 'subjectId', 'actor', 'action', 'surface', 'from', 'until'] as const;

/** A filter of the audit log, as the address names it. */
export type AuditFilterName = (typeof NAMES)[number];

/** What is asked of the backend. */
export interface AuditFilter {
  subjectKind?: AuditSubjectKind;
  subjectId?: string;
  actor?: string;
  action?: string;
  surface?: Surface;
  from?: string;
  until?: string;
}

const ACTION = /^[a-z-]+\.[a-z-]*$/;

function filterOf(params: URLSearchParams): AuditFilter {
  const subjectKind = oneOf(AUDIT_SUBJECT_KINDS, params.get('subjectKind'));
  const surface = oneOf(SURFACES, params.get('surface'));
  const action = params.get('action') ?? '';
  const from = namedTime(params.get('from') ?? '').instant;
  const until = namedTime(params.get('until') ?? '').instant;
  const [subjectId, actor] = [params.get('subjectId'), params.get('actor')];
  return {
    ...(subjectKind ? { subjectKind } : {}),
    ...(surface ? { surface } : {}),
    // An area without its dot is the area all the same.
    ...(ACTION.test(action) ? { action } : {}),
    ...(/^[a-z-]+$/.test(action) ? { action: `${action}.` } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(actor ? { actor } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}

/** The filters of the audit log, kept in the address: as they are shown, and as they are asked. */
export function useAuditFilters() {
  const [params, change] = useAddress<AuditFilterName>();
  return {
    shown: (name: AuditFilterName) => params.get(name) ?? '',
    filter: filterOf(params),
    isFiltered: NAMES.some(name => params.get(name)),
    change,
  };
}
