import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import type { Json } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../shell/useMe';
import { useOwnKey } from '../shell/useOwnKey';

/** Where the reader's own things are kept: in the app's storage, which may be the browser's and not theirs alone. */
const BUCKET = 'offers';

/**
 * Something of the reader's own, which outlives the visit and follows in their other windows; whoever signs in after them in the
 * same browser has another.
 *
 * @param key - what it is
 * @param fallback - stands for it as long as there is none
 * @returns among it whether it is known what is kept, since it is not before the reader is
 */
export function useStored<T extends Json>(key: string, fallback: T) {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const isKnown = useMe().me !== undefined;
  const own = useOwnKey(key);
  const shown = useRef(own);
  const [value, setValue] = useState<T>(() => bucket.snapshot<T>(own).value ?? fallback);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (shown.current !== own) setValue(bucket.snapshot<T>(own).value ?? fallback);
    shown.current = own;
    const subscription = bucket.observe$<T>(own).subscribe({
      next: snapshot => setValue(snapshot.value ?? fallback),
      error: () => setFailed(true),
    });
    return () => subscription.unsubscribe();
  }, [bucket, own, fallback]);

  const store = useCallback(
    (next: T) => {
      if (!isKnown) return;
      // Shown at once; what could not be kept is shown as it was.
      const before = value;
      setValue(next);
      bucket.set(own, next).catch(() => {
        setValue(before);
        setFailed(true);
      });
    },
    [bucket, own, value, isKnown],
  );
  return { value, store, failed, isKnown };
}
