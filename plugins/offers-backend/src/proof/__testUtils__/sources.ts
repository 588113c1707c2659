import { OfferSource, SourceError, SourceRow } from '@offerdesk/backstage-plugin-offers-node';

const row = (key: string): SourceRow => ({
  key,
  title: `Row ${key}`,
  result: {
    ok: true,
    name: `row-${key}`,
    interaction: 'provision',
    content: { information: { title: `Row ${key}` } },
  },
});

/** A source that answers, and one that does not. */
export const someSources: OfferSource[] = [
  { id: 'cloud', title: 'Cloud', kind: 'Test', read: async () => [row('a'), row('b')] },
  {
    id: 'away',
    title: 'Away',
    kind: 'Test',
    async read() {
      throw new SourceError('The source is away; try again.');
    },
  },
];
