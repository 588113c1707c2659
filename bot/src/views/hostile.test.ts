import {
  aLife,
  anActPreview,
  anAnnouncement,
  aPlan,
  HASH,
  OFFER_ID,
} from '../__testUtils__/builders';
import { cardSaying } from '../__testUtils__/hostileCard';
import { actingTexts, formattedTexts, HOSTILE } from '../__testUtils__/harmless';
import { actModal } from './actModal';
import { actPreview } from './actPreview';
import { announcement } from './announcement';
import { announceOverview } from './announceOverview';
import { approvalCard } from './approvalCard';
import { auditOf } from './auditLog';
import { withKey } from './blocks';
import { linkCard } from './linkCard';
import { composeModal } from './composeModal';
import { digest } from './digest';
import { correctionNote, decisionNote, outcomeNotice } from './notes';
import { explanation, offersToChoose, searchResults } from './offers';
import { planOverview } from './planOverview';
import { publishPreview } from './publishPreview';
import { messageModal, reasonModal } from './reasonModal';
import { refusalWords } from './refusals';
import { ringsOf } from './rings';
import { schedulePreview } from './schedulePreview';
import { terminateModal, terminateStart } from './terminateModal';
import { IdentityRefusal } from '../identity/refusal';

const person = { ref: 'user:default/eve', name: HOSTILE };
const note = {
  decider: person,
  onBehalfOf: person,
  verdict: 'reject' as const,
  reason: HOSTILE,
  at: '2026-11-23T17:00:00.000Z',
  surface: 'slack' as const,
};

const card = cardSaying(HOSTILE);
const [impact] = card.impact;
if (!impact) throw new Error('no impact');

const charges = [
  { kind: 'usage' as const, label: HOSTILE, amount: '1', unit: HOSTILE },
  { kind: 'one-off' as const, label: HOSTILE, amount: '1' },
];

const hostileAct = anActPreview({
  title: HOSTILE,
  refusal: HOSTILE,
  now: [
    {
      from: note.at,
      version: 1,
      state: 'canary',
      audience: { whom: 'in', ring: { groups: [HOSTILE], percent: 5 } },
    },
  ],
  seenBy: [{ principal: HOSTILE }],
  bundles: [{ id: 'b', title: HOSTILE }],
  announcements: [{ channel: HOSTILE, kind: HOSTILE, at: note.at }],
});

const messages: Record<string, object> = {
  'approval card': withKey(approvalCard(card), HOSTILE, 'Offerdesk'),
  announcement: announcement(
    anAnnouncement({
      title: HOSTILE,
      summary: HOSTILE,
      owner: HOSTILE,
      category: HOSTILE,
      priceLists: [{ currency: 'EUR', audience: [], charges }],
    }),
  ),
  'decision note': decisionNote(note),
  'outcome notice': outcomeNotice({
    kind: 'outcome-notice',
    note,
    planTitle: HOSTILE,
    planState: 'rejected',
    url: aPlan().url,
  }),
  'publish preview': publishPreview({
    planId: aPlan().id,
    title: HOSTILE,
    state: 'approved',
    contentHash: HASH,
    releasable: false,
    refusal: HOSTILE,
    gates: [
      {
        gate: 'define-exit',
        met: false,
        criteria: [{ id: 'x', title: HOSTILE, state: 'missing', remedy: HOSTILE }],
      },
    ],
    effects: [
      {
        offerId: 'o',
        name: 'postgres',
        title: HOSTILE,
        from: note.at,
        audience: [{ principal: HOSTILE }],
        mayOrder: [],
        channels: [{ channel: HOSTILE, mayHear: false, reason: HOSTILE }],
      },
    ],
  }),
  'search results': searchResults(HOSTILE, {
    managed: [{ name: 'mysql', title: HOSTILE, state: 'draft' }],
    cards: [
      {
        id: 'o',
        name: 'postgres',
        title: HOSTILE,
        summary: HOSTILE,
        interaction: 'provision',
        tags: [],
        priceLists: [{ currency: 'EUR', audience: [], charges }],
        state: 'available',
        since: '2026-12-01T09:00:00.000Z',
        orderable: true,
      },
    ],
    hasMore: true,
  }),
  'list to choose from': offersToChoose(HOSTILE, 'show', [{ name: 'postgres', title: HOSTILE }]),
  explanation: explanation(
    {
      id: 'o',
      name: 'postgres',
      title: HOSTILE,
      viewer: HOSTILE,
      url: aPlan().url,
      explanation: {
        at: note.at,
        state: 'draft',
        visible: { answer: false, reasons: [] },
        orderable: {
          answer: false,
          reasons: [{ code: 'published', holds: false, sentence: HOSTILE }],
        },
      },
    },
    false,
  ),
  'effect of an act': actPreview(hostileAct, ['suspend', 'emergency']),
  'form of an act': actModal(
    { a: 'suspend', o: hostileAct.offerId },
    { preview: hostileAct, typed: HOSTILE },
  ),
  rings: ringsOf(
    aLife({
      rings: [
        {
          version: 2,
          stages: [{ from: note.at, ring: HOSTILE, held: true }],
          acts: [{ act: 'hold', at: note.at, by: HOSTILE, reason: HOSTILE }],
        },
      ],
    }),
    HOSTILE,
  ),
  'log of an offer': auditOf(
    HOSTILE,
    [
      {
        seq: 1,
        at: note.at,
        actor: HOSTILE,
        surface: 'api',
        action: 'offer.suspend',
        subjectKind: 'offer',
        subjectId: 'o',
        reason: HOSTILE,
        change: {},
      },
    ],
    true,
  ),
  'state of a plan': planOverview(
    { name: 'postgres', title: HOSTILE },
    {
      plan: aPlan({
        title: HOSTILE,
        impact: [impact],
        gate: {
          gate: 'define-exit',
          met: false,
          criteria: [{ id: 'x', title: HOSTILE, state: 'missing', remedy: HOSTILE }],
        },
      }),
      earlier: [aPlan({ title: HOSTILE })],
    },
  ),
  'state of no plan': planOverview(
    { name: 'postgres', title: HOSTILE },
    { plan: undefined, earlier: [], start: { o: OFFER_ID, t: HOSTILE.slice(0, 70), s: 'new' } },
  ),
  'new date': schedulePreview(aPlan({ title: HOSTILE, impact: [impact] }), {
    to: { local: '2027-01-15T09:00', zone: 'Europe/Amsterdam' },
    at: note.at,
    clashes: [HOSTILE],
  }),
  'card of a link': linkCard({
    name: 'postgres',
    title: HOSTILE,
    summary: HOSTILE,
    category: HOSTILE,
    owner: HOSTILE,
    priceLists: [{ currency: 'EUR', audience: [], charges }],
    state: 'held',
    url: aPlan().url,
    forWhom: 'asker',
  }),
  promotion: announcement(
    anAnnouncement({
      kind: 'promotion',
      text: HOSTILE,
      correction: { note: HOSTILE, at: note.at },
      replacement: { title: HOSTILE, url: aPlan().url },
    }),
    true,
  ),
  digest: digest({
    kind: 'digest',
    mode: 'daily',
    announcements: [
      anAnnouncement({ title: HOSTILE, summary: HOSTILE }),
      anAnnouncement({
        kind: 'ended',
        title: HOSTILE,
        text: HOSTILE,
        replacement: { title: HOSTILE, url: aPlan().url },
      }),
    ],
    more: 3,
    url: aPlan().url,
  }),
  'correction note': correctionNote({
    kind: 'correction-note',
    title: HOSTILE,
    note: HOSTILE,
    at: note.at,
  }),
  'list of announcements': announceOverview(
    { id: hostileAct.offerId, title: HOSTILE },
    {
      items: [
        {
          id: hostileAct.offerId,
          kind: 'promotion',
          version: 1,
          dueAt: note.at,
          text: HOSTILE,
          by: HOSTILE,
          deliveries: { sent: 1, waiting: 1, failed: 1, withheld: 1 },
          corrections: [{ at: note.at, by: HOSTILE, note: HOSTILE }],
        },
      ],
      can: { announce: true, kinds: ['promotion', 'changed', 'ending'] },
    },
  ),
  'form of an announcement': composeModal(
    {
      offerId: hostileAct.offerId,
      kind: 'ending',
      name: 'postgres',
      title: HOSTILE,
      possible: true,
      channels: [{ channel: HOSTILE, mayHear: false, reason: HOSTILE }],
      people: 3,
    },
    {
      metadata: { o: hostileAct.offerId, k: 'ending' },
      composed: { text: HOSTILE, channels: [], people: true, at: undefined },
    },
  ),
  'form of an end': terminateModal({
    metadata: { o: hostileAct.offerId },
    preview: { ...hostileAct, act: 'terminate' },
  }),
  'start of an end': terminateStart({ id: hostileAct.offerId, name: 'postgres', title: HOSTILE }),
  'form with a problem': reasonModal(
    { p: aPlan().id, h: HASH, v: 'reject' },
    refusalWords(new IdentityRefusal('x', HOSTILE), 'r'),
  ),
  'closing form': messageModal(
    { v: 'reject' },
    refusalWords(new IdentityRefusal('x', HOSTILE), 'r'),
  ),
};

describe.each(Object.entries(messages))('What a person wrote in the %s', (_name, message) => {
  it('mentions nobody, links nowhere and calls no channel', () => {
    expect(actingTexts(message)).toEqual([]);
  });

  it('is not formatted where Slack formats', () => {
    expect(formattedTexts(message)).toEqual([]);
  });
});
