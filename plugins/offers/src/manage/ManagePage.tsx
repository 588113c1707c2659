import { useApi } from '@backstage/core-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import { oneOf, PUBLIC_STATES } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { publicStates } from '../words/states';
import { ManagedOffers } from './ManagedOffers';
import { NewOfferDialog } from './NewOfferDialog';

const ANY = 'any';

function useManageFilters() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const state = oneOf(PUBLIC_STATES, params.get('state'));
  const change = (name: 'q' | 'state', value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { q, state, change };
}

const OfferList = ({ q, state }: Pick<ReturnType<typeof useManageFilters>, 'q' | 'state'>) => {
  const api = useApi(offersApiRef);
  const query = { limit: 50, ...(q ? { q } : {}), ...(state ? { state } : {}) };
  const found = usePages(['manage', query], (cursor, signal) =>
    api.call('listOffers', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the offers" rows={6} height={48} />;
  if (found.items.length === 0) {
    return q || state ? (
      <Empty title="Nothing matches" description="No offer has these words and this state." />
    ) : (
      <Empty
        title="There are no offers yet"
        description="Import them from a source: the tab Sources lists what is configured."
      />
    );
  }
  return (
    <>
      <Text as="p" variant="body-small" color="secondary" role="status">
        {`${found.items.length}${found.hasNextPage ? ' or more' : ''} shown, by title`}
      </Text>
      <ManagedOffers offers={found.items} />
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button
            variant="secondary"
            onPress={() => found.fetchNextPage()}
            isPending={found.isFetchingNextPage}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
};

const NewOffer = () => {
  const [isOpen, setOpen] = useState(false);
  if (!useMe().may('createOffer')) return null;
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        New offer…
      </Button>
      {isOpen && <NewOfferDialog onClose={() => setOpen(false)} />}
    </>
  );
};

const Manage = () => {
  const { q, state, change } = useManageFilters();
  return (
    <Page
      title="Manage offers"
      actions={<NewOffer />}
      lede="Every offer that you look after or may read, drafts among them."
    >
      <div role="search" aria-label="Managed offers" className={filterStyles.filters}>
        <DebouncedSearch
          label="Search"
          placeholder="Title or name"
          value={q}
          onSearch={value => change('q', value)}
        />
        <Select
          label="State"
          value={state ?? ANY}
          onChange={key => change('state', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: 'Any state' },
            ...Object.entries(publicStates).map(([id, { label }]) => ({ id, label })),
          ]}
        />
      </div>
      <OfferList q={q} state={state} />
    </Page>
  );
};

/** The offers of those who look after them. */
export default function ManagePage() {
  return (
    <StaffOnly title="Manage offers" allows={({ isStaff }) => isStaff}>
      <SectionNav of="manage" label="Manage" />
      <Manage />
    </StaffOnly>
  );
}
