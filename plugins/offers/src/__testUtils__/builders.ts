import {
  contentSchema,
  offerCompleteness,
  type Content,
  type ContentInput,
  type ManagedOffer,
  type ManagedOfferSummary,
  type Me,
  type OfferCard,
  type OfferPage,
  type Plan,
  type QuotedOffer,
} from '@offerdesk/backstage-plugin-offers-common';

export const OFFER_ID = '0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';
export const PLAN_ID = '1b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';
export const HASH = 'a'.repeat(64);

/** A catalog manager, or somebody with other rights. */
export function someone(over: Partial<Me> = {}): Me {
  return {
    user: 'user:default/carla',
    roles: ['catalogManager'],
    can: ['readAll', 'createOffer', 'updateOffer', 'managePlan', 'release', 'import', 'readAudit'],
    approver: false,
    owner: false,
    channels: {},
    ...over,
  };
}

/** An engineer without any role. */
export const anEngineer = () => someone({ user: 'user:default/ada', roles: [], can: [] });

export function aCard(over: Partial<OfferCard> = {}): OfferCard {
  return {
    id: OFFER_ID,
    name: 'postgres',
    title: 'PostgreSQL for production',
    summary: 'A database that somebody looks after.',
    category: 'databases',
    interaction: 'provision',
    owner: 'group:default/platform-team',
    tags: [],
    priceLists: [
      {
        currency: 'EUR',
        audience: [],
        charges: [{ kind: 'recurring', label: 'Use', amount: '120', period: 'month' }],
      },
    ],
    leadTimeDays: 2,
    state: 'available',
    since: '2026-12-01T09:00:00.000Z',
    orderable: true,
    ...over,
  };
}

/** A content that misses nothing, with what is said of it instead. */
export function aContent(over: Partial<ContentInput> = {}): Content {
  return contentSchema.parse({
    information: { title: 'PostgreSQL', summary: 'A database.', category: 'databases' },
    access: {
      see: { allow: ['group:default/engineers'] },
      order: { allow: ['group:default/engineers'] },
    },
    pricing: {
      priceLists: [
        {
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Use', amount: '120', period: 'month' }],
        },
      ],
      costs: [{ label: 'AWS', currency: 'EUR', amount: '80', period: 'month' }],
      marginFloorPercent: '10',
    },
    terms: { delivery: 'With credentials.', leadTimeDays: 2 },
    plans: {
      fulfilment: {
        driver: 'manual',
        reference: 'queue',
        parties: [{ kind: 'external', name: 'Amazon Web Services' }],
      },
      support: {
        reference: '#help',
        parties: [{ kind: 'internal', ref: 'group:default/platform-team' }],
      },
    },
    knowledge: {
      runbooks: [{ title: 'Restart', url: 'https://runbooks.example.com/restart' }],
      documents: [{ title: 'Handbook', url: 'https://docs.example.com/handbook' }],
    },
    ...over,
  });
}

export function aManagedOffer(
  over: Partial<ManagedOffer> = {},
  content: Content = aContent(),
): ManagedOffer {
  const owner = 'owner' in over ? over.owner : 'group:default/platform-team';
  return {
    id: OFFER_ID,
    name: 'postgres',
    title: content.information.title,
    summary: content.information.summary,
    catalogue: 'default',
    interaction: 'provision',
    owner,
    state: 'draft',
    revision: 3,
    updatedAt: '2026-11-23T09:00:00.000Z',
    draft: {
      number: 1,
      content,
      completeness: offerCompleteness({ owner, content, categories: ['databases', 'storage'] }),
      updatedBy: 'user:default/carla',
    },
    versions: [],
    waivers: [],
    can: { edit: true, plan: true, startNextVersion: false, discardDraft: false, waive: false },
    url: 'http://portal/offers/o/postgres',
    ...over,
  };
}

/** The same offer as a row of the managers' list. */
export function aListedOffer(over: Partial<ManagedOfferSummary> = {}): ManagedOfferSummary {
  const { id, name, title, summary, catalogue, interaction, owner, state, revision, updatedAt } =
    aManagedOffer();
  const head = { id, name, title, summary, catalogue, interaction, state, revision, updatedAt };
  return { ...head, ...(owner ? { owner } : {}), missing: 3, ...over };
}

export function anOfferPage(over: Partial<OfferPage> = {}): OfferPage {
  const { information, product, pricing, terms, options, plans, knowledge, monitoring } =
    aContent();
  const reasons: OfferPage['explanation']['orderable']['reasons'] = [
    { code: 'published', holds: true, sentence: 'Version 1 is published.' },
    { code: 'may-order', holds: false, sentence: 'Not among those who may order it.' },
  ];
  return {
    id: OFFER_ID,
    name: 'postgres',
    catalogue: 'default',
    categoryTitle: 'Databases',
    interaction: 'provision',
    owner: 'group:default/platform-team',
    version: 1,
    validFrom: '2026-11-01T09:00:00.000Z',
    state: 'available',
    content: {
      information,
      product,
      priceLists: pricing.priceLists,
      terms,
      options,
      fulfilledBy: plans.fulfilment?.parties ?? [],
      support: plans.support,
      knowledge,
      monitoring,
    },
    asStaff: true,
    explanation: {
      at: '2026-11-23T09:00:00.000Z',
      state: 'available',
      version: 1,
      visible: { answer: true, reasons: reasons.slice(0, 1) },
      orderable: { answer: false, reasons },
    },
    url: 'http://portal/offers/o/postgres',
    ...over,
  };
}

/** What the offer of the page costs, for so many of it. */
export function aQuote(over: Partial<QuotedOffer['quote']> = {}): QuotedOffer {
  const { id, name, version } = anOfferPage();
  return {
    id,
    name,
    title: 'PostgreSQL',
    version,
    viewer: 'user:default/ada',
    quote: {
      at: '2026-11-23T09:00:00.000Z',
      currency: 'EUR',
      currencies: ['EUR'],
      priceList: { fit: 'everyone' },
      quantity: 1,
      choices: { options: {}, toggles: {}, steps: [] },
      members: [],
      lines: [
        {
          label: 'Use',
          kind: 'recurring',
          period: 'month',
          quantity: '1',
          unitAmount: '120',
          amount: '120.00',
          source: 'price-list',
        },
      ],
      totals: {
        oneOff: '0.00',
        recurring: [{ period: 'month', amount: '120.00' }],
        firstYear: '1440.00',
      },
      notes: [],
      ...over,
    },
  };
}

export function aPlan(over: Partial<Plan> = {}): Plan {
  return {
    id: PLAN_ID,
    title: 'PostgreSQL',
    scenario: 'new',
    state: 'submitted',
    stage: 'define',
    releaseAt: '2026-12-01T08:00:00.000Z',
    releaseZone: 'America/New_York',
    createdBy: 'user:default/carla',
    submittedBy: 'user:default/carla',
    submittedAt: '2026-11-23T09:00:00.000Z',
    offers: [{ id: OFFER_ID, name: 'postgres', title: 'PostgreSQL' }],
    approval: { given: 0, required: 1, outcome: 'open', steps: [] },
    revision: 2,
    updatedAt: '2026-11-23T09:00:00.000Z',
    note: 'First of its kind.',
    contentHash: HASH,
    ends: [],
    terminations: [],
    changes: [],
    structure: [],
    implementers: [],
    gate: {
      gate: 'define-exit',
      met: true,
      criteria: [{ id: 'owner', title: 'Owner', state: 'met' }],
    },
    impact: [
      {
        offerId: OFFER_ID,
        title: 'PostgreSQL',
        changes: [{ field: 'owner', label: 'Owner', after: 'platform-team', material: true }],
        margins: [
          {
            currency: 'EUR',
            price: '1440.00',
            cost: '960.00',
            marginPercent: '33.3',
            floorPercent: '10',
            verdict: 'met',
          },
        ],
        audienceGained: [{ principal: 'group:default/engineers', people: 2 }],
        mayOrder: [{ principal: 'group:default/engineers', people: 2 }],
        from: '2026-12-01T08:00:00.000Z',
      },
    ],
    decisions: [],
    approvers: ['group:default/release-managers'],
    deliveries: [],
    can: {
      edit: false,
      submit: false,
      decide: false,
      implement: false,
      makeReady: false,
      release: false,
      cancel: false,
      breakGlass: false,
    },
    decideIn: 'anywhere',
    url: 'http://portal/offers/plans/1',
    ...over,
  };
}
