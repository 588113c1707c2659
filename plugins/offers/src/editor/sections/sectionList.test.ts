import { contentSchema, offerCompleteness } from '@offerdesk/backstage-plugin-offers-common';
import { missingIn } from './sectionList';

describe('what the sections of the editor miss', () => {
  it('is all that the draft misses', () => {
    const content = contentSchema.parse({ information: { title: 'A queue' } });
    const criteria = offerCompleteness({ owner: undefined, content, categories: [] });
    const counts = missingIn(criteria);
    expect(counts.get('information')).toBe(3);
    expect(counts.has('succession')).toBe(false);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBe(criteria.filter(({ state }) => state === 'missing').length);
  });
});
