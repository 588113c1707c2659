import {
  ExplainedOffer,
  OfferCard,
  OfferPage,
  Plan,
  ReleasePreview,
  Verdict,
} from '@offerdesk/backstage-plugin-offers-common';
import { KeyObject } from 'node:crypto';
import { aCard, anAnnouncement, anImpact, aPlan, HASH, mia, PLAN_ID, turnOf } from './builders';
import { FakeBackend, Refuse } from './fakeBackend';

/** The comment of this portal. */
export const COMMENT_ID = '5f0c6a3e-0b5f-4b0e-9d57-2f9d7c3f8a10';

const NAMES: Readonly<Record<string, string>> = {
  'user:default/carla': 'Carla Mendes',
  'user:default/mia': 'Mia Okafor',
  'user:default/ravi': 'Ravi Shah',
  'user:default/ada': 'Ada Keller',
};

const PEOPLE = {
  U0CARLA01: 'user:default/carla',
  U0MIA0001: 'user:default/mia',
  U0RAVI001: 'user:default/ravi',
  U0ADA0001: 'user:default/ada',
};

const APPROVERS = ['user:default/mia', 'user:default/ravi'];

const STATE_AFTER = {
  approve: 'approved',
  reject: 'rejected',
  'request-changes': 'changes-requested',
} as const;

/** One plan of Carla's on its way from submitted to released, with the messages that this makes due. */
export class FakePortal {
  readonly backend: FakeBackend;
  state: Plan['state'] = 'submitted';
  readonly decisions: Plan['decisions'] = [];
  readonly comments: { author: string; text: string; answers?: string }[] = [];

  constructor(publicKey: KeyObject, botToken: string, leaseMs?: number) {
    this.backend = new FakeBackend({
      publicKey,
      botToken,
      people: PEOPLE,
      ...(leaseMs ? { leaseMs } : {}),
    });
    this.backend
      .on('decide', ({ user, body, params }) => this.decide(user, params.id, body))
      .on('getPlan', () => this.plan())
      .on('planOfMessage', ({ query }) => this.planOf(query.get('ts')))
      .on('commentOnPlan', ({ user, body }) => this.comment(user, body))
      .on('listPlans', ({ user, query }) => {
        if (user === 'user:default/ada') throw new Refuse('not-allowed');
        const fits = query.get('offer') === 'postgres-production';
        return { items: fits ? [summaryOf(this.plan())] : [] };
      })
      .on('previewRelease', () => this.preview())
      .on('releasePlan', () => this.release())
      .on('browseOffers', ({ query, user }) => ({ items: this.seen(query.get('q'), user) }))
      .on('listOffers', () => ({ items: [] }))
      .on('offerPage', ({ params, user }) => this.page(params.name, user))
      .on('explainOffer', ({ params, user }) => this.explain(params.name, user));
  }

  plan(): Plan {
    const { state, decisions } = this;
    return aPlan({ state, decisions, approval: this.approval(), ...turnOf(decisions) });
  }

  /** Makes the approval card due in the channel and for one approver in person. */
  submit(): void {
    const body = () => ({ kind: 'approval-card' as const, card: this.card() });
    this.backend.enqueue({
      key: 'card:C0APPROV1',
      target: { kind: 'channel', channel: 'C0APPROV1' },
      body,
    });
    this.backend.enqueue({ key: 'card:mia', target: { kind: 'person', person: mia }, body });
  }

  /** The plan of a message; a reply to the question that Carla got answers it. */
  private planOf(ts: string | null) {
    const message = this.backend.deliveries.find(({ place }) => place?.ts === ts);
    if (!message) throw new Refuse('not-found');
    return { planId: PLAN_ID, ...(message.key === 'question' ? { answers: COMMENT_ID } : {}) };
  }

  private comment(user: string, input: unknown) {
    const { text, answers } = input as { text: string; answers?: string };
    const at = new Date().toISOString();
    this.comments.push({ author: user, text, ...(answers ? { answers } : {}) });
    const author = { ref: user, name: NAMES[user] ?? user };
    this.backend.enqueue({
      key: answers ? 'answer' : 'question',
      target: { kind: 'person', person: answers ? mia : aCard().requestedBy },
      body: () => ({
        kind: 'plan-comment',
        as: answers ? 'answer' : 'question',
        planId: PLAN_ID,
        planTitle: aCard().title,
        commentId: COMMENT_ID,
        author,
        text,
        at,
        url: aCard().url,
      }),
    });
    return { id: COMMENT_ID, planId: PLAN_ID, author: user, text, surface: 'slack', at };
  }

  private approval(): Plan['approval'] {
    const given = this.decisions.filter(({ verdict }) => verdict === 'approve').length;
    const outcome = this.state === 'submitted' ? 'open' : 'approved';
    return { given, required: 1, outcome, steps: [] };
  }

  private card() {
    return aCard({
      state: this.state,
      approval: this.approval(),
      decisions: this.decisions.map(({ decider, verdict, reason, at, voided }) => ({
        decider: { ref: decider, name: NAMES[decider] ?? decider },
        verdict,
        at,
        voided,
        ...(reason ? { reason } : {}),
      })),
    });
  }

  private decide(user: string, planId: string | undefined, body: unknown): Plan {
    const { verdict, reason } = body as { verdict: Verdict; reason?: string };
    if (planId !== PLAN_ID) throw new Refuse('not-found');
    if (user === 'user:default/carla') throw new Refuse('author-cannot-decide');
    if (!APPROVERS.includes(user)) throw new Refuse('not-an-approver');
    if (this.state !== 'submitted') throw new Refuse('not-open');
    const at = new Date().toISOString();
    this.decisions.push({
      decider: user,
      verdict,
      step: 'approval',
      contentHash: HASH,
      surface: 'slack',
      at,
      voided: false,
      ...(reason ? { reason } : {}),
    });
    this.state = STATE_AFTER[verdict];
    this.announceDecision(user, verdict, reason, at);
    return this.plan();
  }

  private announceDecision(
    user: string,
    verdict: Verdict,
    reason: string | undefined,
    at: string,
  ): void {
    const decider = { ref: user, name: NAMES[user] ?? user };
    const note = { decider, verdict, at, surface: 'slack' as const, ...(reason ? { reason } : {}) };
    for (const { key, target, place } of [...this.backend.deliveries]) {
      if (!place) continue;
      const body = () => ({ kind: 'approval-card' as const, card: this.card() });
      this.backend.enqueue({ key: `${key}:update`, act: 'update', target, message: place, body });
      const reply = () => ({ kind: 'decision-note' as const, note });
      this.backend.enqueue({
        key: `${key}:note`,
        act: 'reply',
        target,
        message: place,
        body: reply,
      });
    }
    this.backend.enqueue({
      key: 'outcome:carla',
      target: { kind: 'person', person: aCard().requestedBy },
      body: () => ({
        kind: 'outcome-notice',
        note,
        planTitle: aCard().title,
        planState: this.state,
        url: aCard().url,
      }),
    });
  }

  private preview(): ReleasePreview {
    const impact = anImpact();
    return {
      planId: PLAN_ID,
      title: aCard().title,
      state: this.state,
      contentHash: HASH,
      releasable: true,
      gates: [
        { gate: 'define-exit', met: true, criteria: [] },
        { gate: 'implement-exit', met: true, criteria: [] },
        { gate: 'publish-entry', met: true, criteria: [] },
      ],
      effects: [
        {
          offerId: impact.offerId,
          name: 'postgres-production',
          title: impact.title,
          from: impact.from,
          audience: impact.audienceGained,
          mayOrder: impact.mayOrder,
          channels: [
            { channel: 'C0OFFERS1', mayHear: true },
            {
              channel: 'C0GENERAL1',
              mayHear: false,
              reason: 'the channel holds readers outside the audience',
            },
          ],
        },
      ],
    };
  }

  private release(): Plan {
    this.state = 'released';
    this.backend.enqueue({
      key: 'available:C0OFFERS1',
      target: { kind: 'channel', channel: 'C0OFFERS1' },
      body: () => ({ kind: 'announcement', announcement: anAnnouncement() }),
    });
    return this.plan();
  }

  private seen(q: string | null, user: string): OfferCard[] {
    const { title, summary, priceLists, leadTimeDays } = anAnnouncement();
    const fits = title.toLowerCase().includes((q ?? '').toLowerCase());
    if (!fits || user !== 'user:default/ada') return [];
    return [
      {
        id: anImpact().offerId,
        name: 'postgres-production',
        title,
        summary,
        interaction: 'provision',
        tags: [],
        priceLists,
        state: 'available',
        since: '2026-12-01T09:00:00.000Z',
        orderable: true,
        ...(leadTimeDays === undefined ? {} : { leadTimeDays }),
      },
    ];
  }

  private page(name: string | undefined, user: string): OfferPage {
    if (name !== 'postgres-production' || user !== 'user:default/ada')
      throw new Refuse('not-found');
    const { title, summary, priceLists, url, from } = anAnnouncement();
    return {
      id: anImpact().offerId,
      name,
      catalogue: 'default',
      categoryTitle: 'Databases',
      interaction: 'provision',
      owner: 'group:default/platform',
      version: 1,
      validFrom: from,
      state: 'available',
      content: {
        information: { title, summary, description: '', tags: [] },
        product: { entities: [], releases: [] },
        priceLists,
        terms: { delivery: '', leadTimeDays: 2, serviceLevels: [], recordAcceptance: false },
        options: { schema: {}, fixed: {}, toggles: [], effects: [] },
        fulfilledBy: [{ kind: 'external', name: 'Amazon Web Services' }],
        support: { reference: 'Queue PLATFORM-DB', parties: [] },
        knowledge: { runbooks: [], documents: [], training: [], trainingRequired: false },
        monitoring: { links: [], entities: [] },
      },
      asStaff: false,
      explanation: this.explain(name, user).explanation,
      url,
    };
  }

  private explain(name: string | undefined, user: string): ExplainedOffer {
    if (name !== 'postgres-production' || user !== 'user:default/ada')
      throw new Refuse('not-found');
    const { title, url } = anAnnouncement();
    const reasons = [
      { code: 'published' as const, holds: true, sentence: 'Version 1 is published.' },
      { code: 'begun' as const, holds: true, sentence: 'Offered since 1 Dec 2026, 09:00 CET.' },
      { code: 'may-see' as const, holds: true, sentence: 'In the audience of this offer.' },
    ];
    return {
      id: anImpact().offerId,
      name,
      title,
      viewer: user,
      url,
      explanation: {
        at: '2026-12-02T08:00:00.000Z',
        state: 'available',
        visible: { answer: true, reasons },
        orderable: {
          answer: false,
          reasons: [
            ...reasons,
            { code: 'may-order', holds: false, sentence: 'Not among those who may order it.' },
          ],
        },
      },
    };
  }
}

function summaryOf({
  id,
  title,
  scenario,
  state,
  stage,
  releaseAt,
  releaseZone,
  createdBy,
  offers,
  approval: { given, required, outcome },
  revision,
  updatedAt,
}: Plan) {
  return {
    id,
    title,
    scenario,
    state,
    stage,
    releaseAt,
    releaseZone,
    createdBy,
    offers,
    approval: { given, required, outcome },
    revision,
    updatedAt,
  };
}
