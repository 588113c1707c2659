import { AuditEntry } from '@offerdesk/backstage-plugin-offers-common';
import { Names } from '../backend/names';
import { context, Drawn, fitted, header, section } from './blocks';
import { actorWords, cut, escape, inline, readersDate } from './text';
import { surfaceWords } from './words';

/** What was done to an offer and its plans, latest first. */
export function auditOf(
  title: string,
  entries: readonly AuditEntry[],
  { hasMore, names }: { hasMore: boolean; names: Names },
): Drawn {
  const heading = `What was done: ${title}`;
  return {
    text: escape(cut(heading, 500)),
    blocks: fitted(
      [header(heading)],
      entries.length > 0
        ? entries.map(entry => [section(entryWords(entry, names))])
        : [[section('The log has no entry about it.')]],
      hasMore ? [context('There are earlier entries: see the portal.')] : [],
      left => context(`… and ${left} more: see the portal`),
    ),
  };
}

/** What each entry of the log says was done, after who did it. */
const DONE: Readonly<Record<string, string>> = {
  'announcement.announce': 'announced it by hand',
  'announcement.correct': 'corrected an announcement',
  'delivery.failed': 'could not send a message',
  'delivery.retry': 'had a message sent again',
  'delivery.sent': 'sent a message',
  'offer.create': 'created the offer',
  'offer.discard-draft': 'discarded the draft',
  'offer.edit': 'changed the draft',
  'offer.emergency-stop': 'stopped the offer in an emergency',
  'offer.import': 'imported the offer',
  'offer.next-version': 'began the next version',
  'offer.publish': 'published a version',
  'offer.resume': 'resumed the offer',
  'offer.review-suspension': 'reviewed the suspension',
  'offer.roll-back': 'rolled the offer back',
  'offer.suspend': 'suspended the offer',
  'offer.terminate': 'planned the end',
  'plan.approve': 'approved the plan',
  'plan.break-glass': 'approved the plan alone, in an emergency',
  'plan.cancel': 'cancelled the plan',
  'plan.create': 'made the plan',
  'plan.edit': 'changed the plan',
  'plan.expire': 'took the plan back: nobody decided in time',
  'plan.implement': 'began to implement the plan',
  'plan.make-ready': 'called the plan ready to publish',
  'plan.reject': 'rejected the plan',
  'plan.release': 'released the plan',
  'plan.request-changes': 'asked for changes to the plan',
  'plan.submit': 'submitted the plan',
  'plan.tell': 'told those who have to know of the plan',
  'waiver.grant': 'waived a criterion',
  'waiver.revoke': 'took a waiver back',
};

function entryWords({ seq, at, actor, surface, action, reason }: AuditEntry, names: Names): string {
  const [area = '', verb = ''] = action.split('.').map(part => part.replace(/-/g, ' '));
  const done = DONE[action] ?? `${inline(verb)} (${inline(area)})`;
  // What a rule did, it did nowhere.
  const where = surface === 'system' ? '' : ` ${surfaceWords[surface]}`;
  const why = reason?.trim() ? `\n“${inline(reason, 300)}”` : '';
  return `${readersDate(at)} · *${inline(actorWords(actor, names), 80)}* ${done}${where} · #${seq}${why}`;
}
