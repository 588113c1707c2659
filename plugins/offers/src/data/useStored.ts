import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import type { Json } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback, useEffect, useMemo, useState } from 'react';

/** Where the reader's own things are kept: in the app's storage, for them alone. */
const BUCKET = 'offers';

/**
 * Something of the reader's own, which outlives the visit and follows in their other windows.
 *
 * @param key - what it is
 * @param fallback - stands for it as long as there is none
 */
export function useStored<T extends Json>(key: string, fallback: T) {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [value, setValue] = useState<T>(() => bucket.snapshot<T>(key).value ?? fallback);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const subscription = bucket.observe$<T>(key).subscribe({
      next: snapshot => setValue(snapshot.value ?? fallback),
      error: () => setFailed(true),
    });
    return () => subscription.unsubscribe();
  }, [bucket, key, fallback]);

  const store = useCallback(
    (next: T) => {
      // Shown at once; what could not be kept is shown as it was.
      const before = value;
      setValue(next);
      bucket.set(key, next).catch(() => {
        setValue(before);
        setFailed(true);
      });
    },
    [bucket, key, value],
  );
  return { value, store, failed };
}
