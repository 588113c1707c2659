import { useApiHolder } from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useState } from 'react';
import { REF_FORM, shortRef } from '../words/refs';

const isRef = (id: string) => REF_FORM.test(id);

/** Gives the name that people know of an entity by its reference; what is no reference is a name already. */
export type NameOf = (id: string) => string;

/**
 * The names of entities as text, for lists whose entries can be nothing else.
 *
 * @param ids - entity references, and names that need no looking up
 * @returns the readable part of a reference until the software catalogue told its title
 */
export function useNames(ids: readonly string[]): NameOf {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = ids.filter(isRef).join(' ');
  useEffect(() => {
    if (!presentation || !asked) return undefined;
    let isWanted = true;
    const refs = asked.split(' ');
    Promise.all(refs.map(ref => presentation.forEntity(ref).promise))
      .then(told => {
        if (isWanted) setKnown(new Map(refs.map((ref, at) => [ref, told[at]?.primaryTitle ?? ''])));
      })
      // Without the software catalogue they go by their references.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [presentation, asked]);
  return useCallback(id => known.get(id) || (isRef(id) ? shortRef(id) : id), [known]);
}
