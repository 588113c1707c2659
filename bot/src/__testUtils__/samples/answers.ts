import { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { actPreview } from '../../views/actPreview';
import { announceOverview } from '../../views/announceOverview';
import { auditOf } from '../../views/auditLog';
import { hearing } from '../../views/hearing';
import { linkCard } from '../../views/linkCard';
import { whichOffer } from '../../views/offerMenu';
import { explanation, offerDetails, offersToChoose, searchResults } from '../../views/offers';
import { choosePlan, planOverview } from '../../views/planOverview';
import { publishPreview } from '../../views/publishPreview';
import { ringsOf } from '../../views/rings';
import { schedulePreview } from '../../views/schedulePreview';
import { terminateStart } from '../../views/terminateModal';
import { button, told } from '../../views/blocks';
import { cut, inline } from '../../views/text';
import { aLife, aPlan, HASH, OFFER_ID } from '../builders';
import {
  actSaying,
  AT,
  fewOf,
  gateSaying,
  impactSaying,
  pricesSaying,
  Sample,
  Saying,
  times,
  URL,
} from './sample';

/** Who is called what a person wrote. */
const namesSaying = (text: string) => new Map([[text, text]]);

const offerOf = (text: string) => ({ id: OFFER_ID, name: 'postgres', title: text });

function reasonsSaying({ text, many }: Saying) {
  const reason = { code: 'published' as const, holds: false, sentence: text };
  return { answer: false, reasons: times(many, () => reason) };
}

/** An offer of as many options as are asked for; its page in Slack says what it is, and the portal the rest. */
function pageSaying(saying: Saying): OfferPage {
  const { text, many } = saying;
  const properties = Object.fromEntries(
    times(many, index => [`option${index}`, { type: 'string', title: text }]),
  );
  return {
    ...offerOf(text),
    catalogue: 'main',
    categoryTitle: text,
    interaction: 'provision',
    owner: text,
    version: 1,
    validFrom: AT,
    state: 'available',
    content: {
      information: { title: text, summary: text, description: text, tags: [text] },
      product: { entities: [], releases: [] },
      priceLists: pricesSaying(saying),
      terms: { serviceLevels: [], leadTimeDays: 2, acceptance: false },
      options: { schema: { type: 'object', properties }, fixed: {}, toggles: [], effects: [] },
      fulfilledBy: times(many, () => ({ kind: 'external' as const, name: text })),
      support: { reference: text },
      knowledge: [],
      monitoring: [],
    } as unknown as OfferPage['content'],
    asStaff: false,
    explanation: {
      at: AT,
      state: 'draft',
      visible: reasonsSaying(saying),
      orderable: reasonsSaying(saying),
    },
    url: URL,
  };
}

function planOf(saying: Saying) {
  const { text, many } = saying;
  return aPlan({
    title: text,
    impact: times(fewOf(many), () => impactSaying(saying)),
    gate: gateSaying(saying),
    can: { ...aPlan().can, submit: true, release: true },
  });
}

/** Samples of answers to what was typed, by the name of the function that draws them. */
export const answerSamples: Readonly<Record<string, Sample>> = {
  actPreview: saying => [
    actPreview(actSaying(saying), ['suspend', 'emergency']),
    actPreview({ ...actSaying(saying), possible: false, refusal: saying.text }, ['suspend']),
  ],
  announceOverview: ({ text, many }) => {
    const item = {
      id: OFFER_ID,
      kind: 'promotion' as const,
      version: 1,
      dueAt: AT,
      text,
      by: text,
      deliveries: { sent: 1, waiting: 1, failed: 1, withheld: 1 },
      corrections: times(fewOf(many), () => ({ at: AT, by: text, note: text })),
    };
    const items = times(many, () => item);
    return [
      announceOverview(
        offerOf(text),
        { items, can: { announce: true, kinds: ['promotion', 'changed', 'ending'] } },
        namesSaying(text),
      ),
    ];
  },
  auditOf: ({ text, many }) => {
    const entry = {
      seq: 1,
      at: AT,
      actor: text,
      surface: 'api' as const,
      action: 'offer.suspend',
      subjectKind: 'offer' as const,
      subjectId: 'o',
      reason: text,
      change: {},
    };
    return [
      auditOf(
        text,
        times(many, () => entry),
        { hasMore: true, names: namesSaying(text) },
      ),
    ];
  },
  hearing: ({ text }) => [
    hearing({
      kinds: {
        upcoming: 'now',
        available: 'daily',
        changed: 'weekly',
        ending: 'off',
        ended: 'off',
        promotion: 'off',
      },
      zone: text,
      time: '09:30',
      weekday: 7,
      quiet: { from: '18:30', until: '08:00', weekends: true },
      quietByPolicy: null,
    }),
  ],
  linkCard: saying => [
    linkCard({
      name: 'postgres',
      title: saying.text,
      summary: saying.text,
      category: saying.text,
      owner: saying.text,
      priceLists: pricesSaying(saying),
      state: 'held',
      url: URL,
      forWhom: 'asker',
    }),
  ],
  whichOffer: () => [whichOffer('show')],
  explanation: saying => [
    explanation(
      {
        ...offerOf(saying.text),
        viewer: saying.text,
        url: URL,
        explanation: pageSaying(saying).explanation,
      },
      { asksForSelf: false, names: namesSaying(saying.text) },
    ),
  ],
  offerDetails: saying => [offerDetails(pageSaying(saying))],
  offersToChoose: ({ text, many }) => [
    offersToChoose(
      text,
      'show',
      times(many, () => ({ name: 'postgres', title: text })),
      text.slice(0, 200),
    ),
  ],
  searchResults: saying => {
    const { text, many } = saying;
    const card = {
      ...offerOf(text),
      summary: text,
      interaction: 'provision' as const,
      tags: [],
      priceLists: pricesSaying({ text, many: fewOf(many) }),
      state: 'available' as const,
      since: AT,
      orderable: true,
    };
    const managed = times(many, () => ({ name: 'mysql', title: text, state: 'draft' as const }));
    const cards = times(many, () => card);
    return [
      searchResults(text, { cards, managed, hasMore: true }),
      searchResults(text, { cards: [], managed, hasMore: false }),
    ];
  },
  choosePlan: () => [choosePlan(true), choosePlan(false)],
  planOverview: saying => {
    const { text, many } = saying;
    const earlier = times(many, () => aPlan({ title: text }));
    const start = { o: OFFER_ID, t: cut(text, 75), s: 'new' as const };
    return [
      planOverview(offerOf(text), { plan: planOf(saying), earlier }),
      planOverview(offerOf(text), { plan: undefined, earlier: [], start, isOpen: true }),
      planOverview(offerOf(text), { plan: undefined, earlier: [], start }),
    ];
  },
  publishPreview: saying => {
    const { text, many } = saying;
    const reach = times(many, () => ({ principal: text }));
    const effect = {
      ...offerOf(text),
      offerId: OFFER_ID,
      from: AT,
      audience: reach,
      mayOrder: reach,
      channels: times(many, () => ({ channel: text, mayHear: false, reason: text })),
    };
    const preview = {
      planId: aPlan().id,
      title: text,
      state: 'approved' as const,
      contentHash: HASH,
      gates: [gateSaying(saying), gateSaying(saying), gateSaying(saying)],
      effects: times(fewOf(many), () => effect),
    };
    return [
      publishPreview({ ...preview, releasable: false, refusal: text }),
      publishPreview({ ...preview, releasable: true }),
    ];
  },
  ringsOf: ({ text, many }) => {
    const ring = (version: number) => ({
      version,
      stages: times(many, () => ({ from: AT, ring: text, held: true })),
      acts: times(many, () => ({ act: 'hold' as const, at: AT, by: text, reason: text })),
    });
    return [ringsOf(aLife({ rings: times(fewOf(many), ring) }), text, namesSaying(text))];
  },
  schedulePreview: saying => [
    schedulePreview(planOf(saying), {
      to: { local: '2027-01-15T09:00', zone: 'Europe/Amsterdam' },
      at: AT,
      clashes: times(saying.many, () => saying.text),
    }),
  ],
  terminateStart: ({ text }) => [terminateStart(offerOf(text))],
  told: ({ text }) => [
    told(`Made: ${inline(text)}`),
    told(
      `Made: ${inline(text)}`,
      button({ action: 'a', text: 'Next', value: text.slice(0, 2000) }),
    ),
  ],
};
