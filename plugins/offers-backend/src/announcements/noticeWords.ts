import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import {
  Announcement,
  Change,
  DecisionNote,
  DeliveryBody,
  DemandNoticeEvent,
  formatInstant,
  withShortRefs,
} from '@offerdesk/backstage-plugin-offers-common';

/** What a notification says; the rest of its payload is the same for all. */
export type NoticeWords = Pick<
  NotificationPayload,
  'title' | 'description' | 'link' | 'severity' | 'topic'
>;

/** Under which topics people choose what they want to be notified of. */
const TOPICS = {
  accounts: 'accounts',
  announcements: 'announcements',
  approvals: 'approvals',
  plans: 'plans',
  demand: 'demand',
};

const HEADS: Readonly<Record<Announcement['kind'], string>> = {
  upcoming: 'is coming',
  available: 'is available',
  changed: 'has changed',
  ending: 'is ending',
  ended: 'has ended',
  promotion: '',
};

/** What happened, as it is told: not what the plan has become since, which may be the work of somebody else. */
const OUTCOMES: Readonly<Record<DecisionNote['verdict'], string>> = {
  approve: 'was approved',
  reject: 'was rejected',
  'request-changes': 'needs changes',
  release: 'was released',
  cancel: 'was cancelled',
  submit: 'was asked for',
  expire: 'expired, and is a draft again',
  'void-approvals': 'was changed, and waits for approval again',
  'break-glass': 'was approved in an emergency',
};

const DEMANDS: Readonly<Record<DemandNoticeEvent, string>> = {
  plan: 'is in a plan',
  unplan: 'waits for another plan',
  finish: 'is done',
  decline: 'was declined',
  merge: 'was merged into another demand',
  reopen: 'was opened again',
};

function changed({ label, before, after }: Change): string {
  const becomes = after === undefined ? 'taken out' : withShortRefs(after);
  return `${label}: ${before === undefined ? '' : `${withShortRefs(before)} → `}${becomes}`;
}

function announced({
  kind,
  title,
  summary,
  text,
  until,
  changes = [],
  url,
}: Announcement): NoticeWords {
  const ends = kind === 'ending' && until ? ` It ends on ${formatInstant(until, 'UTC')}.` : '';
  const news = changes.length > 0 ? ` What changed: ${changes.map(changed).join('; ')}.` : '';
  return {
    title: `${title} ${HEADS[kind]}`.trim(),
    description: `${text ?? summary}${ends}${news}`,
    link: url,
    severity: kind === 'ending' || kind === 'ended' ? 'high' : 'normal',
    topic: TOPICS.announcements,
  };
}

/**
 * What a message to a person says as a notification in the portal; undefined where it needs none there, such as the
 * card of a plan that waits no more. Times are in UTC, since a notification does not know its reader's zone.
 */
export function noticeWords(body: DeliveryBody): NoticeWords | undefined {
  switch (body.kind) {
    case 'announcement':
      return announced(body.announcement);
    case 'digest':
      return {
        title: `${body.announcements.length + body.more} offers have news for you`,
        description: body.announcements
          .map(({ title, kind }) => `${title} ${HEADS[kind]}`)
          .join('; '),
        link: body.url,
        topic: TOPICS.announcements,
      };
    case 'approval-card': {
      const { state, title, requestedBy, releaseAt, url } = body.card;
      if (state !== 'submitted') return undefined;
      return {
        title: `${title} waits for your decision`,
        description: `${requestedBy.name} asks for its release on ${formatInstant(releaseAt, 'UTC')}.`,
        link: url,
        severity: 'high',
        topic: TOPICS.approvals,
      };
    }
    case 'reminder':
      return {
        title: `${body.planTitle} still waits for your decision`,
        description: `${body.stepTitle}, asked for by ${body.requestedBy.name}.`,
        link: body.url,
        severity: 'high',
        topic: TOPICS.approvals,
      };
    case 'outcome-notice': {
      const { decider, reason, verdict } = body.note;
      return {
        title: `${body.planTitle} ${OUTCOMES[verdict]}`,
        description: reason ? `${decider.name}: ${reason}` : `By ${decider.name}.`,
        link: body.url,
        topic: TOPICS.plans,
      };
    }
    case 'break-glass-notice':
      return {
        title: `${body.planTitle} was approved in an emergency`,
        description: `${body.note.decider.name}: ${body.note.reason ?? ''}`,
        link: body.url,
        severity: 'critical',
        topic: TOPICS.approvals,
      };
    case 'plan-comment':
      return {
        title: `${body.author.name} wrote about ${body.planTitle}`,
        description: body.text,
        link: body.url,
        topic: TOPICS.plans,
      };
    case 'demand-notice':
      return {
        title: `${body.title} ${DEMANDS[body.event]}`,
        description: [body.by?.name, body.reason].filter(Boolean).join(': '),
        link: body.url,
        topic: TOPICS.demand,
      };
    case 'link-ended':
      return {
        title: 'Your Slack account does not act for you any more',
        description: `${body.by.name} ended its link: ${body.reason}`,
        link: body.url,
        severity: 'high',
        topic: TOPICS.accounts,
      };
    default:
      return undefined;
  }
}
