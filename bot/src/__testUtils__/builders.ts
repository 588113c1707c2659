import {
  ActPreview,
  Announcement,
  ClaimedDelivery,
  OfferImpact,
  OfferLife,
  Person,
  Plan,
  PlanCard,
} from '@offerdesk/backstage-plugin-offers-common';

export const HASH = 'a'.repeat(64);
export const PLAN_ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

export const carla: Person = {
  ref: 'user:default/carla',
  name: 'Carla Mendes',
  slackUserId: 'U0CARLA01',
};

export const mia: Person = {
  ref: 'user:default/mia',
  name: 'Mia Okafor',
  slackUserId: 'U0MIA0001',
};

export function anImpact(changes: Partial<OfferImpact> = {}): OfferImpact {
  return {
    offerId: '3f333df6-90a4-4fda-8dd3-9485d27cee36',
    title: 'PostgreSQL for production',
    changes: [
      { field: 'owner', label: 'Owner', after: 'group:default/platform', material: true },
      { field: 'content.pricing', label: 'Price', after: '120.00 EUR a month', material: true },
      {
        field: 'content.terms',
        label: 'Terms',
        before: 'lead time 5 days',
        after: 'lead time 2 days, Availability 99.95 %',
        material: true,
      },
      { field: 'content.options', label: 'Options', after: '3 asked, 5 fixed', material: true },
      {
        field: 'content.plans.fulfilment',
        label: 'Fulfilment',
        after: 'Amazon Web Services (external) by request',
        material: true,
      },
    ],
    margins: [
      {
        currency: 'EUR',
        price: '1440.00',
        cost: '1080.00',
        marginPercent: '25.0',
        floorPercent: '20',
        verdict: 'met',
      },
    ],
    audienceGained: [{ principal: 'group:default/engineers', people: 42 }],
    mayOrder: [{ principal: 'group:default/payments-team', people: 6 }],
    from: '2026-12-01T08:00:00.000Z',
    ...changes,
  };
}

export function aCard(changes: Partial<PlanCard> = {}): PlanCard {
  return {
    planId: PLAN_ID,
    title: 'PostgreSQL for production',
    scenario: 'new',
    state: 'submitted',
    note: 'The payments team asked for it.\nPlease look at the price.',
    contentHash: HASH,
    requestedBy: carla,
    releaseAt: '2026-12-01T08:00:00.000Z',
    releaseZone: 'Europe/Amsterdam',
    impact: [anImpact()],
    structure: [],
    missing: [],
    cautions: [],
    waived: [],
    clashes: [],
    approval: { given: 0, required: 1, outcome: 'open', steps: [] },
    decisions: [],
    url: 'http://127.0.0.1:7007/offers/plans/7c9e6679-7425-40de-944b-e07fc1f90ae7',
    ...changes,
  };
}

export function anAnnouncement(changes: Partial<Announcement> = {}): Announcement {
  return {
    announcementId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    kind: 'available',
    title: 'PostgreSQL for production',
    summary: 'A managed PostgreSQL with backups, for services that must not stop.',
    category: 'Databases',
    owner: 'group:default/platform',
    priceLists: [
      {
        currency: 'EUR',
        audience: [],
        charges: [
          { kind: 'recurring', label: 'Instance', amount: '120', period: 'month' },
          { kind: 'usage', label: 'Storage', amount: '0.12', unit: 'GB' },
        ],
      },
    ],
    leadTimeDays: 2,
    from: '2026-12-01T08:00:00.000Z',
    url: 'http://127.0.0.1:7007/offers/postgres-production',
    ...changes,
  };
}

export function aDelivery(changes: Partial<ClaimedDelivery> = {}): ClaimedDelivery {
  return {
    id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
    token: '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b',
    key: 'plan:7c9e6679:card:C0APPROV1',
    act: 'post',
    attempt: 1,
    leaseUntil: '2026-11-23T17:01:00.000Z',
    mayHavePosted: false,
    firstAttemptAt: '2026-11-23T17:00:00.000Z',
    target: { kind: 'channel', channel: 'C0APPROV1' },
    body: { kind: 'approval-card', card: aCard() },
    ...changes,
  };
}

/** What the last decision made of a plan, as the portal says it. */
export function turnOf(decisions: Plan['decisions']): Pick<Plan, 'turn'> {
  const last = decisions.at(-1);
  if (!last) return {};
  const { verdict: what, decider: by, at, surface } = last;
  return { turn: { what, by, at, surface } };
}

export function aPlan(changes: Partial<Plan> = {}): Plan {
  const card = aCard();
  return {
    id: PLAN_ID,
    title: card.title,
    scenario: 'new',
    state: 'submitted',
    stage: 'define',
    releaseAt: card.releaseAt,
    releaseZone: card.releaseZone,
    createdBy: carla.ref,
    offers: [
      {
        id: '3f333df6-90a4-4fda-8dd3-9485d27cee36',
        name: 'postgres-production',
        title: 'PostgreSQL for production',
      },
    ],
    approval: card.approval,
    revision: 1,
    updatedAt: '2026-11-23T17:00:00.000Z',
    note: card.note,
    contentHash: HASH,
    ends: [],
    terminations: [],
    changes: [],
    structure: [],
    implementers: [],
    gate: { gate: 'define-exit', met: true, criteria: [] },
    impact: card.impact,
    decisions: [],
    approvers: ['group:default/release-managers'],
    deliveries: [],
    can: {
      edit: false,
      submit: false,
      decide: true,
      implement: false,
      makeReady: false,
      release: false,
      cancel: false,
      breakGlass: false,
    },
    decideIn: 'anywhere',
    url: card.url,
    ...changes,
  };
}

export const OFFER_ID = '3f333df6-90a4-4fda-8dd3-9485d27cee36';

export function anActPreview(changes: Partial<ActPreview> = {}): ActPreview {
  const from = '2026-12-01T08:00:00.000Z';
  const all = { whom: 'all' as const };
  return {
    offerId: OFFER_ID,
    name: 'postgres-production',
    title: 'PostgreSQL for production',
    act: 'suspend',
    possible: true,
    at: '2026-12-11T09:00:00.000Z',
    now: [{ from, version: 2, state: 'available', audience: all }],
    then: [{ from: '2026-12-11T09:00:00.000Z', version: 2, state: 'suspended', audience: all }],
    ordering: { now: true, then: false },
    seenBy: [{ principal: 'group:default/engineers', people: 42 }],
    orderedBy: [{ principal: 'group:default/payments-team', people: 6 }],
    bundles: [],
    announcements: [],
    ...changes,
  };
}

export function aLife(changes: Partial<OfferLife> = {}): OfferLife {
  const { offerId, name, at, now } = anActPreview();
  return {
    offerId,
    name,
    state: 'canary',
    at,
    segments: now,
    places: [],
    rings: [
      {
        version: 2,
        stages: [
          { from: '2026-12-01T08:00:00.000Z', ring: 'Payments', held: false },
          { from: '2026-12-20T08:00:00.000Z', held: false },
        ],
        acts: [],
      },
    ],
    suspensions: [],
    endings: [],
    can: { operate: true, rollBack: true },
    ...changes,
  };
}
