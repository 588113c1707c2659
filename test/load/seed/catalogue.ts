import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Bulk, Row } from './bulk';
import { offerEntity, organisation, RelatedEntity, SEED_PROVIDER } from './entities';

/** Long after every measurement: the catalogue has nothing to process again. */
const NEVER = '2099-01-01 00:00:00';

type BuildSearch = (entityId: string, entity: Entity) => Row[];

/** The function by which the catalogue's own stitcher makes the rows of its search table. */
function buildEntitySearch(): BuildSearch {
  const home = dirname(require.resolve('@backstage/plugin-catalog-backend/package.json'));
  const file = join(home, 'dist/database/operations/stitcher/buildEntitySearch.cjs.js');
  const stitcher = require(file) as { buildEntitySearch: BuildSearch };
  return stitcher.buildEntitySearch;
}

/**
 * Fills Backstage's catalogue with the organisation and an entity for each offer, by the rows that its stitcher
 * would write. Real ingestion takes some 47 entities a second on SQLite.
 */
export async function seedCatalogue(
  bulk: Bulk,
  { from, count }: { from: number; count: number },
  withOrganisation: boolean,
): Promise<void> {
  const search = buildEntitySearch();
  const write = (related: RelatedEntity, number: number) =>
    entityRows(bulk, search, related, number);
  let number = 0;
  if (withOrganisation) {
    for (const related of organisation()) await write(related, (number += 1));
  }
  for (let index = from; index < from + count; index += 1) {
    await write(offerEntity(index), 1_000_000 + index);
  }
}

async function entityRows(
  bulk: Bulk,
  search: BuildSearch,
  { entity, relations }: RelatedEntity,
  number: number,
): Promise<void> {
  const id = `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const ref = stringifyEntityRef(entity);
  const hash = createHash('sha1').update(JSON.stringify(entity)).digest('hex');
  const text = JSON.stringify(entity);
  const final: Entity = {
    ...entity,
    metadata: { ...entity.metadata, uid: id, etag: hash },
    relations,
  };
  await bulk.add('refresh_state', [
    {
      entity_id: id,
      entity_ref: ref,
      unprocessed_entity: text,
      unprocessed_hash: hash,
      processed_entity: text,
      cache: '{}',
      errors: '[]',
      result_hash: hash,
      next_update_at: NEVER,
      last_discovery_at: '2026-01-01 00:00:00',
      location_key: SEED_PROVIDER,
    },
  ]);
  await bulk.add('final_entities', [
    {
      entity_id: id,
      entity_ref: ref,
      hash,
      final_entity: JSON.stringify(final),
      last_updated_at: '2026-01-01 00:00:00',
    },
  ]);
  await bulk.add('refresh_state_references', [
    { source_key: SEED_PROVIDER, target_entity_ref: ref },
  ]);
  await bulk.add(
    'relations',
    relations.map(({ type, targetRef }) => ({
      originating_entity_id: id,
      source_entity_ref: ref,
      type,
      target_entity_ref: targetRef,
    })),
  );
  await bulk.add('search', search(id, final));
}
