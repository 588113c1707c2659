import { auditOf } from '../../views/auditLog';
import { onManaged } from './onManaged';

const SHOWN = 15;

/** `/offer audit <name>`: what was done to it and its plans, by whom, where and why; for those who read the log. */
export const auditCommand = onManaged('audit', async ({ mine, offer }) => {
  const query = { offer: offer.id, limit: SHOWN };
  const { items, nextCursor } = await mine.call('audit', { query });
  const names = await mine.names(items.map(({ actor }) => actor));
  return auditOf(offer.title, items, { hasMore: nextCursor !== undefined, names });
});
