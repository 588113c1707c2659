import {
  contentSchema,
  cutAt,
  DatedChange,
  placementOf,
  Segment,
  structureAt,
} from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { completeContent } from '../__testUtils__/stories';
import { listingRows } from '../catalogue/listingRows';
import { StoredOffer, StoredVersion } from '../offers/reading';
import { PlaceAt } from './moves';

const NOW = '2026-12-01T09:00:00.000Z';
const ID = '00000000-0000-4000-8000-000000000001';

const instant = (day: number) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString();

const base: DatedChange[] = ['labs', 'office'].flatMap(catalogue => [
  dated('', {
    kind: 'catalogue-create',
    target: catalogue,
    body: { title: catalogue, description: '', owner: 'group:default/board' },
  }),
  ...['one', 'two'].map(name =>
    dated('', {
      kind: 'category-create',
      target: `${catalogue}-${name}`,
      body: { title: name, description: '', catalogue, order: 0 },
    }),
  ),
]);

function dated(from: string, change: DatedChange['change']): DatedChange {
  return { from, planId: undefined, change };
}

const offer: StoredOffer = {
  ...{ id: ID, name: 'o', catalogue: 'default', madeIn: 'default', interaction: 'provision' },
  ...{ owner: undefined, category: undefined, title: 'O', summary: '', missing: 0, watchers: 0 },
  ...{ sourceId: undefined, sourceKey: undefined, sourceContent: undefined, revision: 1 },
  ...{ createdAt: NOW, createdBy: 'user:default/c', updatedAt: NOW, updatedBy: 'user:default/c' },
};

const place = fc.constantFrom(
  { catalogue: 'labs', category: 'labs-one' },
  { catalogue: 'labs', category: 'labs-two' },
  { catalogue: 'office', category: 'office-one' },
);
const named = fc.constantFrom('databases', 'labs-two', 'office-two');

interface Life {
  /** days on which a version takes over, with the categories that they name */
  begins: number[];
  categories: string[];
  moves: [day: number, into: { catalogue: string; category: string }][];
}

/** A life of versions, one after the other from a day on, that moves on some days. */
const lives: fc.Arbitrary<Life> = fc.record({
  begins: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }),
  categories: fc.array(named, { minLength: 4, maxLength: 4 }),
  moves: fc.uniqueArray(fc.tuple(fc.integer({ min: -5, max: 40 }), place), {
    maxLength: 5,
    selector: ([day]) => day,
  }),
});

function listed({ begins, categories, moves }: Life) {
  const days = [...begins].sort((a, b) => a - b);
  const segments = days.map((day, index): Segment => {
    const next = days[index + 1];
    const until = next === undefined ? undefined : instant(next);
    const audience = { whom: 'all' as const };
    return { from: instant(day), until, number: index + 1, state: 'available', audience };
  });
  const versions = segments.map(({ number, from }): StoredVersion => {
    const information = { title: 'O', summary: '', category: categories[number - 1] };
    const content = contentSchema.parse(completeContent({ information }));
    return {
      ...{ offerId: ID, number, content, status: 'published' },
      ...{ validFrom: from, validUntil: undefined, updatedBy: 'user:default/c' },
      ...{ publishedAt: NOW, publishedBy: 'user:default/c' },
    };
  });
  const changes = [
    ...base,
    ...[...moves]
      .sort(([a], [b]) => a - b)
      .map(([day, body]) => dated(instant(day), { kind: 'offer-move', target: ID, body })),
  ];
  const placeAt: PlaceAt = (category, at) => placementOf(structureAt(changes, at), offer, category);
  const cut = cutAt(
    segments,
    moves.map(([day]) => instant(day)),
  );
  const rows = listingRows({ offer, versions, segments: cut, placeAt }, NOW);
  return { rows: rows.listed, spans: rows.listed_spans };
}

/** Where it is on a day, said once more: the last move decides, and a category of that catalogue that is named. */
function placeOn({ begins, categories, moves }: Life, day: number): string[] {
  const number = begins.filter(begin => begin <= day).length;
  if (number === 0) return [];
  const category = categories[number - 1] ?? '';
  const [last] = moves.filter(([on]) => on <= day).sort(([a], [b]) => b - a);
  const { catalogue, category: put } = last?.[1] ?? { catalogue: 'default', category };
  const found = category.startsWith(`${catalogue}-`) ? category : put;
  return [`${number} ${catalogue} ${found}`];
}

describe('where an offer is listed', () => {
  it('[rule 1] is where it is found at every instant, whatever versions and moves there are', () => {
    fc.assert(
      fc.property(lives, life => {
        const { spans, rows } = listed(life);
        for (let day = -6; day <= 41; day += 1) {
          const at = instant(day);
          const served = spans.filter(({ starts_at, ends_at }) => starts_at <= at && at < ends_at);
          expect(
            served.map(({ number, catalogue, category }) => `${number} ${catalogue} ${category}`),
          ).toEqual(placeOn(life, day));
        }
        // What lists are read from, and what is counted from, are cut alike.
        expect(new Set(rows.map(({ starts_at, category }) => `${starts_at} ${category}`))).toEqual(
          new Set(spans.map(({ starts_at, category }) => `${starts_at} ${category}`)),
        );
      }),
      { numRuns: 60, seed: 20261130 },
    );
  });
});
