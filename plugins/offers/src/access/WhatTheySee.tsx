import { useApi } from '@backstage/core-plugin-api';
import { Button, Checkbox, Flex, Text } from '@backstage/ui';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { ExplainedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef, type OffersApi } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { PageProblem } from '../shell/PageProblem';
import { readersZone } from '../words/dates';
import { useWords } from '../words/useWords';
import { YesNo } from './Explained';

/** How many offers are looked at together: each is explained by itself, by the rule that answers the person. */
const AT_ONCE = 20;

interface Seen extends Pick<ExplainedOffer, 'id' | 'name' | 'title' | 'explanation'> {}

interface As {
  person: string;
  /** an instant; now where it is not given */
  at: string | undefined;
}

/**
 * The next of the offers that were ever published, explained. The list holds drafts too, which play no part: pages
 * of them alone are read past, or it would look as if there were nothing to see.
 */
async function pageOf(
  api: OffersApi,
  { person, at }: As,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: Seen[]; nextCursor?: string | undefined }> {
  const page = await api.call(
    'listOffers',
    { query: { limit: AT_ONCE, ...(cursor ? { cursor } : {}) } },
    { signal },
  );
  const published = page.items.filter(({ state }) => state !== 'draft');
  if (published.length === 0 && page.nextCursor) {
    return pageOf(api, { person, at }, page.nextCursor, signal);
  }
  const items = await Promise.all(
    published.map(({ name }) =>
      api.call(
        'explainOffer',
        {
          params: { name },
          query: { viewer: person, zone: readersZone(), ...(at ? { at } : {}) },
        },
        { signal },
      ),
    ),
  );
  return { items, nextCursor: page.nextCursor };
}

/** What a person or a group sees of the offers, and what of it they can order, as they would find it. */
export const WhatTheySee = ({ person, at, onAsk }: As & { onAsk: (offer: string) => void }) => {
  const { t, state } = useWords();
  const api = useApi(offersApiRef);
  const [onlySeen, setOnlySeen] = useState(true);
  const who = useEntityPresentation(person).primaryTitle;
  const found = usePages(['seen-by', person, at], (cursor, signal) =>
    pageOf(api, { person, at }, cursor, signal),
  );
  if (found.error) return <PageProblem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('access.offers')} rows={4} height={40} />;
  const shown = found.items.filter(({ explanation }) => !onlySeen || explanation.visible.answer);
  return (
    <Panel title={t('access.seesOf', { who })} note={t('access.seesNote')}>
      <Flex direction="column" gap="4" align="stretch">
        <Checkbox isSelected={onlySeen} onChange={setOnlySeen}>
          {t('access.onlySeen')}
        </Checkbox>
        {shown.length === 0 ? (
          <Text color="secondary">
            {t(found.items.length === 0 ? 'access.noOffers' : 'access.noneSeen')}
          </Text>
        ) : (
          <DataTable
            caption={t('access.seesOf', { who })}
            rows={shown}
            keyOf={({ id }) => id}
            columns={[
              { label: t('access.offer'), width: '40%', cell: ({ title }) => title },
              {
                label: t('access.state'),
                cell: ({ explanation }) => <StateBadge {...state(explanation.state)} />,
              },
              {
                label: t('access.sees'),
                cell: ({ explanation }) => <YesNo answer={explanation.visible.answer} />,
              },
              {
                label: t('access.orders'),
                cell: ({ explanation }) => <YesNo answer={explanation.orderable.answer} />,
              },
              {
                label: t('access.why'),
                cell: ({ name, title }) => (
                  <Button
                    size="small"
                    variant="tertiary"
                    aria-label={t('access.whyOf', { title })}
                    onPress={() => onAsk(name)}
                  >
                    {t('access.why')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        {found.hasNextPage && (
          <div>
            <Button
              variant="tertiary"
              size="small"
              isPending={found.isFetchingNextPage}
              onPress={() => found.fetchNextPage()}
            >
              {t('access.more')}
            </Button>
          </div>
        )}
      </Flex>
    </Panel>
  );
};
