import { sampleBackend } from '../dev/sampleBackend';

it('shows the plugin alone with answers that the API would give', async () => {
  const { items } = await sampleBackend.call('browseOffers', { query: { category: 'databases' } });
  expect(items.map(({ name }) => name)).toContain('postgresql-for-trials');
  const page = await sampleBackend.call('offerPage', { params: { name: 'object-storage' } });
  expect(page.content.information.title).toBe('Object storage');
  const { quote } = await sampleBackend.call('quoteOffer', {
    params: { name: 'object-storage' },
    body: { quantity: 2 },
  });
  expect(quote.totals.firstYear).toBe('576.00');
  const { total, states } = await sampleBackend.call('facets', {});
  expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  await expect(sampleBackend.call('listSources', {})).rejects.toThrow(/sample portal/);
});
