import { OwnQuietHours } from '../api/announcements';
import { DeliveryBody } from '../api/deliveries';
import { QuietHours, quietUntil } from '../approval/quietHours';

/** The quiet hours that there are for a person. @public */
export interface QuietHoursOf {
  /** that they have set, in their zone */
  own: OwnQuietHours | undefined;
  policy: QuietHours | undefined;
  zone: string;
}

/** Until when a message to a person waits, and what is told of it before then. @public */
export interface HeldMessage {
  quiet: QuietHours;
  /** the reader's zone */
  zone: string;
  at: string;
}

/**
 * Whose quiet hours count for a message to a person: those that they have set, else the policy's. For approval cards the policy's
 * alone, so that nobody puts off being asked.
 * @public
 */
export function quietHoursFor(
  { kind }: Pick<DeliveryBody, 'kind'>,
  { own, policy, zone }: QuietHoursOf,
): QuietHours | undefined {
  if (!own || kind === 'approval-card') return policy;
  return { ...own, zone, approvals: false };
}

/**
 * Until when a message to a person waits since it is a quiet time of theirs; undefined when it goes at once. Reminders, announcements, digests
 * and notices of demand wait, and approval cards where the policy says so; what cannot wait does not: a message that is of use only before the
 * quiet time is over goes at once.
 * @public
 */
export function heldUntil(
  body: DeliveryBody,
  { quiet, zone, at }: HeldMessage,
): string | undefined {
  if (!mayWait(body, quiet)) return undefined;
  const end = quietUntil(quiet, zone, at);
  if (end === undefined) return undefined;
  return datesIn(body).some(date => date > at && date <= end) ? undefined : end;
}

/** Whether a message to a person waits for the end of a quiet time at all. @public */
export function mayWait(body: DeliveryBody, { approvals }: QuietHours): boolean {
  switch (body.kind) {
    case 'reminder':
    case 'announcement':
    case 'correction-note':
    case 'digest':
    case 'demand-notice':
      return true;
    case 'approval-card':
      return approvals && body.card.state === 'submitted' && !body.card.approval.breakGlass;
    default:
      return false;
  }
}

/** What a message tells that something happens at. */
function datesIn(body: DeliveryBody): string[] {
  switch (body.kind) {
    case 'reminder':
      return present([body.releaseAt, body.expiresAt]);
    case 'announcement':
      return present([body.announcement.from, body.announcement.until]);
    case 'approval-card':
      return present([body.card.releaseAt, body.card.approval.expiresAt]);
    default:
      return [];
  }
}

function present(dates: readonly (string | undefined)[]): string[] {
  return dates.filter(date => date !== undefined);
}
