import { OfferSource } from '@offerdesk/backstage-plugin-offers-node';

/** Offers of a source. */
export const ROWS = 8;

/** What imports read: each source has offers of its own, so that nothing is imported twice. */
export function importsOf(count: number): OfferSource[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `source-${index}`,
    title: `Source ${index}`,
    kind: 'Test',
    read: async () => Array.from({ length: ROWS }, (__, row) => rowOf(`${index}-${row}`)),
  }));
}

function rowOf(key: string): Awaited<ReturnType<OfferSource['read']>>[number] {
  const title = `Imported ${key}`;
  const content = { information: { title, summary: 'From elsewhere', tags: ['imported'] } };
  return {
    key,
    title,
    result: { ok: true, name: `imported-${key}`, interaction: 'provision', content },
  };
}
