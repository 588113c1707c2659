import { useApi } from '@backstage/core-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** How many suggestions are shown: more cannot be read, and typing narrows them. */
const SUGGESTIONS = 20;

function displayName(entity: Entity): string {
  const profile = entity.spec?.profile;
  const name =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return typeof name === 'string' && name ? name : (entity.metadata.title ?? entity.metadata.name);
}

/**
 * Entities of the software catalogue whose name holds what was typed.
 *
 * @param isWanted - whether anybody looks at them: finding them is work of the software catalogue, and most never open the list
 */
export function useEntityOptions(kinds: readonly string[], typed: string, isWanted: boolean) {
  const catalog = useApi(catalogApiRef);
  // A whole reference names the entity by its last part.
  const term = typed.slice(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf(':')) + 1).trim();
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['entities', kinds, term],
    queryFn: () =>
      catalog.queryEntities({
        filter: { kind: [...kinds] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
        ],
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: SUGGESTIONS,
        // Among 100,000 entities its counting takes the most of a second.
        totalItems: 'exclude',
        ...(term
          ? {
              fullTextFilter: {
                term,
                fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
              },
            }
          : {}),
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: isWanted,
  });
  const options = (data?.items ?? []).map(entity => {
    const ref = stringifyEntityRef(entity);
    return { id: ref, label: displayName(entity), description: ref };
  });
  // Those for what was typed before stand until those for this come: what is chosen of them by a quick Enter fits this.
  const holds = (text: string) => text.toLowerCase().includes(term.toLowerCase());
  return isPlaceholderData ? options.filter(({ id, label }) => holds(id) || holds(label)) : options;
}
