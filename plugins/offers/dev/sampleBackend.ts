import {
  operations,
  usualPreferences,
  type CallOutput,
  type OfferCard,
  type OperationId,
} from '@offerdesk/backstage-plugin-offers-common';
import { aCard, anEngineer, anOfferPage, aQuote } from '../src/__testUtils__/builders';
import type { OffersApi } from '../src/data/offersApi';

const names: readonly (readonly [title: string, category: string, price: string, days: number])[] =
  [
    ['PostgreSQL for production', 'databases', '120', 2],
    ['PostgreSQL for trials', 'databases', '15', 0],
    ['Object storage', 'storage', '24', 0],
    ['Message queue', 'messaging', '6', 1],
    ['Search cluster', 'search', '210', 5],
    ['Secrets vault', 'security', '9', 0],
  ];

const cards: OfferCard[] = names.map(([title, category, amount, leadTimeDays], index) =>
  aCard({
    id: `0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c${index}`,
    name: title.toLowerCase().replaceAll(' ', '-'),
    title,
    category,
    summary: `${title}, looked after by people who know it.`,
    leadTimeDays,
    since: '2026-09-01T08:00:00.000Z',
    provider: 'group:default/platform-team',
    interaction: index === 4 ? 'support' : 'provision',
    state: index === 4 ? 'ending' : 'available',
    ...(index === 4 ? { validUntil: '2026-12-31T23:00:00.000Z' } : {}),
    priceLists: [
      {
        currency: 'EUR',
        audience: [],
        charges: [{ kind: 'recurring', label: 'Use', amount, period: 'month' }],
      },
    ],
  }),
);

const categories = [...new Set(cards.map(({ category = '' }) => category))];
const titleOf = (id: string) => id.charAt(0).toUpperCase() + id.slice(1);

function count<T>(values: readonly T[]): { id: T; count: number }[] {
  return [...new Set(values)].map(id => ({ id, count: values.filter(v => v === id).length }));
}

type Query = { q?: string; category?: string; state?: string; ids?: string; limit?: number };

function found({ q = '', category, state }: Query): OfferCard[] {
  return cards.filter(
    card =>
      card.title.toLowerCase().includes(q.toLowerCase()) &&
      (!category || card.category === category) &&
      (!state || card.state === state),
  );
}

/** What the sample is asked with. */
interface Input {
  query: Query;
  name: string;
  id: string;
  body: { watched?: boolean; quantity?: number };
}

/** What the sample says of an offer by its name. */
function pageOf(name: string) {
  const { id, title, summary, category, priceLists, state } =
    cards.find(card => card.name === name) ?? aCard();
  const page = anOfferPage({ id, name, state, categoryTitle: titleOf(category ?? '') });
  return {
    ...page,
    content: {
      ...page.content,
      priceLists,
      information: { ...page.content.information, title, summary },
    },
  };
}

/** What so many of an offer cost by its card. */
function quoted(name: string, quantity: number) {
  const [charge] = pageOf(name).content.priceLists.flatMap(({ charges }) => charges);
  const amountOf = (times: number) => (Number(charge?.amount ?? '0') * quantity * times).toFixed(2);
  const line = {
    ...({ label: 'Use', kind: 'recurring', period: 'month', source: 'price-list' } as const),
    quantity: String(quantity),
    unitAmount: charge?.amount ?? '0',
    amount: amountOf(1),
  };
  return aQuote({
    quantity,
    lines: [line],
    totals: {
      oneOff: '0.00',
      recurring: [{ period: 'month', amount: amountOf(1) }],
      firstYear: amountOf(12),
    },
  });
}

/** What the reader of the sample watches, as long as the page is open. */
const watched = new Set<string>();

const answers: Partial<Record<OperationId, (input: Input) => unknown>> = {
  me: () => anEngineer(),
  views: () => ({ items: [] }),
  watchedOffers: () => ({ ids: [...watched] }),
  watchOffer: ({ id, body }) => {
    if (body.watched) watched.add(id);
    else watched.delete(id);
    return { ids: [...watched] };
  },
  offerNews: () => ({ items: [] }),
  announcementPreferences: () => usualPreferences,
  mySlackLinks: () => ({ items: [] }),
  categories: () => ({
    items: categories.map(id => ({ id, title: titleOf(id), catalogue: 'default' })),
  }),
  browseOffers: ({ query }) => ({ items: found(query).slice(0, query.limit) }),
  offersById: ({ query }) => ({
    items: cards.filter(({ id }) => query.ids?.split(',').includes(id)),
  }),
  facets: ({ query }) => {
    const listed = found(query);
    return {
      total: listed.length,
      categories: count(listed.map(card => card.category ?? '')).map(({ id, count: many }) => ({
        id,
        title: titleOf(id),
        count: many,
      })),
      interactions: count(listed.map(({ interaction }) => interaction)),
      states: count(listed.map(({ state }) => state)),
      owners: count(listed.flatMap(({ owner }) => owner ?? [])),
      providers: count(listed.flatMap(({ provider }) => provider ?? [])),
    };
  },
  offerPage: ({ name }) => pageOf(name),
  explainOffer: ({ name }) => {
    const { id, url, explanation, content } = pageOf(name);
    const { title } = content.information;
    return { id, name, title, viewer: 'user:default/ada', url, explanation };
  },
  offerStory: ({ name }) => {
    const { id, validFrom } = pageOf(name);
    return {
      id,
      name,
      chapters: [{ version: 1, state: 'available', from: validFrom, changes: [] }],
    };
  },
  quoteOffer: ({ name, body }) => ({ ...quoted(name, body.quantity ?? 1), name }),
};

/** Answers as the backend would for an engineer with a handful of offers, so that the pages can be seen alone. */
export const sampleBackend: OffersApi = {
  async call(id, input) {
    const {
      query = {},
      params = {},
      body = {},
    } = input as Partial<Pick<Input, 'query' | 'body'>> & {
      params?: Partial<Pick<Input, 'name' | 'id'>>;
    };
    const { name = '', id: offerId = '' } = params;
    const answer = answers[id];
    if (!answer) throw new Error(`The sample knows no ${id}: run the sample portal for that.`);
    return operations[id].response.parse(answer({ query, name, id: offerId, body })) as CallOutput<
      typeof id
    >;
  },
};
