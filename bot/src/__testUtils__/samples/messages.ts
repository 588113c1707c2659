import { Announcement, WaitingPlan } from '@offerdesk/backstage-plugin-offers-common';
import { announcement } from '../../views/announcement';
import { approvalCard, withdrawnCard } from '../../views/approvalCard';
import { withKey } from '../../views/blocks';
import { comment } from '../../views/comments';
import { demandNotice } from '../../views/demandNotice';
import { digest } from '../../views/digest';
import { home, homeProblem } from '../../views/home';
import { linkEnded } from '../../views/linkEnded';
import { breakGlassNotice, correctionNote, decisionNote, outcomeNotice } from '../../views/notes';
import { reminder } from '../../views/reminder';
import { anAnnouncement, aCard, aPlan, HASH, PLAN_ID } from '../builders';
import { cardSaying } from '../hostileCard';
import { AT, fewOf, impactSaying, named, pricesSaying, Sample, Saying, times, URL } from './sample';

const scenarios = ['new', 'change', 'bundle', 'terminate'] as const;

function noteSaying({ text }: Saying) {
  const person = named(text);
  const said = { decider: person, onBehalfOf: person, reason: text, at: AT };
  return { ...said, surface: 'slack' as const };
}

function tellingOf(saying: Saying, changes: Partial<Announcement> = {}): Announcement {
  const { text } = saying;
  return anAnnouncement({
    title: text,
    summary: text,
    text,
    owner: text,
    category: text,
    priceLists: pricesSaying(saying),
    correction: { note: text, at: AT },
    replacement: { title: text, url: URL },
    ...changes,
  });
}

const few = ({ text, many }: Saying) => ({ text, many: fewOf(many) });

const kinds = ['upcoming', 'available', 'changed', 'ending', 'ended', 'promotion'] as const;

/** Whoever asked for approval wrote all of it. */
function cardOf(saying: Saying, scenario: (typeof scenarios)[number]) {
  const { text, many } = saying;
  const card = cardSaying(text, { scenario });
  const [decision] = card.decisions;
  return {
    ...card,
    impact: times(fewOf(many), () => ({
      ...impactSaying(saying),
      kind: scenario === 'terminate' ? ('end' as const) : ('change' as const),
    })),
    structure: times(many, () => card.structure).flat(),
    missing: times(many, () => text),
    cautions: times(many, () => text),
    decisions: times(many, () => decision ?? []).flat(),
  };
}

/** A plan that waits for whoever opens their App Home. */
export function waitingSaying({ text }: Saying): WaitingPlan {
  return {
    id: PLAN_ID,
    title: text,
    scenario: 'new',
    contentHash: HASH,
    requestedBy: text,
    releaseAt: AT,
    step: text,
    given: 0,
    required: 1,
    decideIn: 'anywhere',
    lowRisk: true,
    onBehalfOf: text,
    expiresAt: AT,
    url: URL,
  };
}

function homeOf(saying: Saying, isLater: boolean) {
  const { text, many } = saying;
  const items = times(many, () => waitingSaying(saying));
  const offer = { id: 'o', name: 'postgres', title: text, summary: text, tags: [], priceLists: [] };
  return home({
    waiting: { items, total: many, nextCursor: 'c'.repeat(300) },
    mine: times(many, () => aPlan({ title: text })),
    news: times(many, () => ({
      ...offer,
      interaction: 'provision' as const,
      state: 'available' as const,
      since: AT,
      orderable: true,
    })),
    isLater,
    names: new Map([[text, text]]),
    notice: undefined,
  });
}

/** Samples of what is posted, and of the App Home, by the name of the function that draws it. */
export const messageSamples: Readonly<Record<string, Sample>> = {
  withKey: ({ text }) => [withKey({ text: 'A text', blocks: [] }, text, 'Offerdesk')],
  approvalCard: saying => [
    ...scenarios.map(scenario => approvalCard(cardOf(saying, scenario))),
    approvalCard(
      aCard({
        title: saying.text,
        requestedBy: named(saying.text),
        state: 'cancelled',
        turn: {
          what: 'cancel',
          by: named(saying.text),
          at: AT,
          surface: 'api',
          reason: saying.text,
        },
      }),
    ),
  ],
  withdrawnCard: () => [withdrawnCard()],
  announcement: saying => [
    ...kinds.map(kind => announcement(tellingOf(saying, { kind }), true)),
    announcement(tellingOf(saying, { kind: 'ended', until: AT })),
  ],
  comment: ({ text }) =>
    (['question', 'answer', 'remark'] as const).map(as =>
      comment({
        kind: 'plan-comment',
        as,
        planId: PLAN_ID,
        planTitle: text,
        commentId: 'c1',
        author: named(text),
        text,
        question: { author: named(text), text },
        at: AT,
        url: URL,
      }),
    ),
  digest: saying => [
    digest({
      kind: 'digest',
      mode: 'weekly',
      announcements: times(saying.many, index =>
        tellingOf(few(saying), { kind: kinds[index % kinds.length] ?? 'ended' }),
      ),
      more: 3,
      url: URL,
    }),
  ],
  home: saying => [homeOf(saying, false), homeOf(saying, true)],
  homeProblem: () => [homeProblem('The portal does not answer.')],
  decisionNote: saying => [decisionNote({ ...noteSaying(saying), verdict: 'reject' })],
  breakGlassNotice: saying => [
    breakGlassNotice({
      kind: 'break-glass-notice',
      note: { ...noteSaying(saying), verdict: 'break-glass' },
      planTitle: saying.text,
      url: URL,
    }),
  ],
  outcomeNotice: saying => [
    outcomeNotice({
      kind: 'outcome-notice',
      note: { ...noteSaying(saying), verdict: 'reject' },
      planTitle: saying.text,
      planState: 'rejected',
      url: URL,
    }),
  ],
  correctionNote: ({ text }) => [
    correctionNote({ kind: 'correction-note', title: text, note: text, at: AT }),
  ],
  linkEnded: ({ text }) => [
    linkEnded({
      kind: 'link-ended',
      user: named(text),
      by: named(text),
      reason: text,
      at: AT,
      url: URL,
    }),
  ],
  demandNotice: ({ text }) =>
    (['own', 'other'] as const).map(happenedTo =>
      demandNotice({
        kind: 'demand-notice',
        title: text,
        event: 'decline',
        happenedTo,
        state: 'declined',
        by: named(text),
        reason: text,
        at: AT,
        url: URL,
      }),
    ),
  reminder: ({ text }) => {
    const waiting = {
      kind: 'reminder' as const,
      planTitle: text,
      stepTitle: text,
      requestedBy: named(text),
      waitingSince: AT,
      releaseAt: AT,
      expiresAt: AT,
      onBehalfOf: named(text),
      url: URL,
    };
    const turn = {
      what: 'cancel' as const,
      by: named(text),
      at: AT,
      surface: 'api' as const,
      reason: text,
    };
    return [reminder(waiting), reminder({ ...waiting, over: { state: 'cancelled', turn } })];
  },
};
