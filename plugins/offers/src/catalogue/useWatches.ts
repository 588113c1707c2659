import { useApi } from '@backstage/core-plugin-api';
import type { WatchedOffers } from '@offerdesk/backstage-plugin-offers-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { offersApiRef } from '../data/offersApi';
import { sentenceOf } from '../data/problems';
import { useCall } from '../data/useCall';
import { useToast } from '../parts/useToast';
import { useT } from '../words/useWords';

const KEY = ['offers', 'watchedOffers', {}];

interface Watched {
  id: string;
  title: string;
  watched: boolean;
}

/** The offers that the reader watches. */
export interface Watches {
  /** undefined while it is not known */
  ids: readonly string[] | undefined;
  /** why it could not be read */
  error: Error | null;
  retry(): void;
  has(id: string): boolean;
  toggle(offer: { id: string; title: string }): void;
}

/** What the answer will be, shown at once; a refusal takes it back. */
function withOffer({ ids }: WatchedOffers, { id, watched }: Watched): WatchedOffers {
  const others = ids.filter(other => other !== id);
  return { ids: watched ? [id, ...others] : others };
}

/** What the reader watches: kept by the backend, which tells them in Slack. */
export function useWatches(): Watches {
  const t = useT();
  const api = useApi(offersApiRef);
  const queries = useQueryClient();
  const toast = useToast();
  const { data, error, refetch } = useCall('watchedOffers', {});
  const { mutate } = useMutation({
    mutationFn: ({ id, watched }: Watched) =>
      api.call('watchOffer', { params: { id }, body: { watched } }),
    onMutate: watched => {
      const before = queries.getQueryData<WatchedOffers>(KEY);
      if (before) queries.setQueryData(KEY, withOffer(before, watched));
    },
    onSuccess: (after, { title, watched }) => {
      queries.setQueryData(KEY, after);
      toast(t(watched ? 'watch.begun' : 'watch.ended', { title }));
    },
    onError: refused => {
      toast(sentenceOf(t, refused), 'refused');
      queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return useMemo(() => {
    const has = (id: string) => data?.ids.includes(id) ?? false;
    return {
      ids: data?.ids,
      error,
      retry: () => void refetch(),
      has,
      toggle: offer => mutate({ ...offer, watched: !has(offer.id) }),
    };
  }, [data, error, refetch, mutate]);
}
