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

/** What the log says that a delivery is about. */
interface DeliverySubject {
  subjectKind: AuditSubjectKind;
  subjectId: string;
}

/** What the detail of a delivery holds that is about neither a plan nor a demand. */
export interface AboutOther {
  about: DeliverySubject;
}

/** What an entry of the log about a delivery is about. */
export function deliverySubject({ planId, demandId, detail }: StoredDelivery): DeliverySubject {
  if (demandId !== undefined) return { subjectKind: 'demand', subjectId: demandId };
  if (planId !== undefined) return { subjectKind: 'plan', subjectId: planId };
  const { about }: AboutOther = JSON.parse(detail);
  return about;
}
