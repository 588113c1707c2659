import { useApiHolder } from '@backstage/core-plugin-api';
import {
  entityPresentationApiRef,
  type EntityRefPresentation,
} from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { shortRef } from '../words/refs';

const isRef = (id: string) => /^[a-z]+:[^/]+\/[^/]+$/i.test(id);

/** Gives the name that people know of an entity by its reference; what is no reference is a name already. */
export type NameOf = (id: string) => string;

type Names = ReadonlyMap<string, string>;

const NONE: Names = new Map();

/**
 * The names of entities as text, for lists whose entries can be nothing else, and for lists of many: they are asked for once, and
 * drawn again once where the software catalogue tells another.
 *
 * @param ids - entity references, and names that need no looking up
 * @returns the title that is known already, else the readable part of a reference until the software catalogue told its title
 */
export function useNames(ids: readonly string[]): NameOf {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const [told, setTold] = useState(NONE);
  const asked = [...new Set(ids.filter(isRef))].join(' ');
  const shown = useMemo(() => {
    const known = new Map<string, EntityRefPresentation>();
    if (presentation && asked) {
      for (const ref of asked.split(' ')) known.set(ref, presentation.forEntity(ref));
    }
    return known;
  }, [presentation, asked]);
  useEffect(() => {
    let isWanted = true;
    const answers = [...shown].map(async ([ref, { snapshot, promise }]) => {
      const { primaryTitle } = await promise;
      return { ref, primaryTitle, isNews: primaryTitle !== snapshot.primaryTitle };
    });
    Promise.all(answers)
      .then(all => {
        if (isWanted && all.some(({ isNews }) => isNews)) {
          setTold(new Map(all.map(({ ref, primaryTitle }) => [ref, primaryTitle])));
        }
      })
      // Without the software catalogue they go by their references.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [shown]);
  return useCallback(
    id => {
      const known = told.get(id) || shown.get(id)?.snapshot.primaryTitle;
      return known || (isRef(id) ? shortRef(id) : id);
    },
    [told, shown],
  );
}
