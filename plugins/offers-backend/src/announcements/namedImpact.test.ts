import { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { categoriesIn, entitiesIn, namedChange, namedImpact } from './namedImpact';

const impact: OfferImpact = {
  offerId: 'a',
  title: 'Store',
  changes: [
    { field: 'owner', label: 'Owner', after: 'group:default/platform-team', material: true },
    {
      field: 'content.information.category',
      label: 'Category',
      before: 'search',
      after: 'data',
      material: false,
    },
    { field: 'content.terms.delivery', label: 'Delivery terms', after: 'search', material: true },
  ],
  margins: [],
  audienceGained: [{ principal: 'group:default/engineers', people: 2 }],
  mayOrder: [{ principal: 'everyone' }],
  from: '2026-12-01T09:00:00.000Z',
};

const called = {
  entity: (ref: string) => ({ 'group:default/platform-team': 'Platform' })[ref] ?? 'Engineers',
  category: (name: string) => ({ search: 'Search', data: 'Data' })[name] ?? name,
};

test('names in a message what people know, and nothing that somebody wrote', () => {
  expect(entitiesIn([impact], [])).toEqual([
    'group:default/engineers',
    'group:default/platform-team',
  ]);
  expect(categoriesIn([impact])).toEqual(['search', 'data']);
  const { changes, audienceGained, mayOrder } = namedImpact(impact, called);
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    [undefined, 'Platform'],
    ['Search', 'Data'],
    [undefined, 'search'],
  ]);
  expect(audienceGained).toEqual([
    { principal: 'group:default/engineers', people: 2, name: 'Engineers' },
  ]);
  expect(mayOrder).toEqual([{ principal: 'everyone' }]);
  const line = { field: 'view-change start see', label: 'View: who may see it', material: true };
  expect(namedChange({ ...line, after: 'group:default/engineers' }, called).after).toBe(
    'Engineers',
  );
});
