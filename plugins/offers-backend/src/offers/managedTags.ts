import { Content, tagKey } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { readBy, Reading } from '../database/Reading';

interface TagRow {
  offer_id: string;
  tag: string;
}

const tagsOf = ({ information }: Pick<Content, 'information'>) => [
  ...new Set(information.tags.map(tagKey)),
];

/** The tags by which managers find offers. */
export const MANAGED_TAGS: Reading<TagRow, string> = {
  name: 'managed tags',
  tables: ['managed_tags'],
  from: 'managed_tags',
  columns: ['tag'],
  by: 'offer_id',
  of: ({ tag }) => tag,
};

/** Lets managers find new offers by their tags. */
export async function insertManagedTags(
  tx: Connection,
  offers: readonly { offer: { id: string }; content: Content }[],
): Promise<void> {
  const rows = offers.flatMap(({ offer, content }): TagRow[] =>
    tagsOf(content).map(tag => ({ offer_id: offer.id, tag })),
  );
  await insertRows(tx, 'managed_tags', rows);
}

/** Lets managers find an offer by the tags that it has now; nothing is written where they stay. */
export async function putManagedTags(
  tx: Connection,
  offer: { id: string },
  content: Content,
): Promise<void> {
  const of = { offer_id: offer.id };
  const before = await readBy(tx, MANAGED_TAGS, [offer.id]);
  const now = tagsOf(content);
  if (before.length === now.length && now.every(tag => before.includes(tag))) return;
  await tx<TagRow>('managed_tags').where(of).delete();
  await insertManagedTags(tx, [{ offer, content }]);
}
