import { AuditSubjectKind, DeliverySummary } from '@offerdesk/backstage-plugin-offers-common';
import { StoredDelivery } from './store';

/** A delivery as managers see it. */
export function deliverySummary(delivery: StoredDelivery): DeliverySummary {
  const { id, kind, act, target, state, dueAt, attempts, error, sentAt } = delivery;
  return {
    id,
    kind,
    act,
    target,
    state,
    dueAt,
    attempts,
    ...(error ? { error } : {}),
    ...(sentAt ? { sentAt } : {}),
  };
}

/** What an entry of the log about a delivery is about. */
export function deliverySubject({ planId, demandId }: StoredDelivery): {
  subjectKind: AuditSubjectKind;
  subjectId: string;
} {
  return demandId === undefined
    ? { subjectKind: 'plan', subjectId: planId ?? '' }
    : { subjectKind: 'demand', subjectId: demandId };
}
