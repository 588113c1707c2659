import { useApi } from '@backstage/core-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import { oneOf, PUBLIC_STATES } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { offersApiRef } from '../data/offersApi';
import { useCall, usePages } from '../data/useCall';
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
  const category = params.get('category') ?? '';
  const tags = params.get('tags') ?? '';
  const change = (name: 'q' | 'state' | 'category' | 'tags', value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { q, state, category, tags, change };
}

type ManageFilters = Omit<ReturnType<typeof useManageFilters>, 'change'>;

const OfferList = ({ q, state, category, tags }: ManageFilters) => {
  const api = useApi(offersApiRef);
  const asked = {
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(category ? { category } : {}),
    ...(tags ? { tags } : {}),
  };
  const query = { limit: 50, ...asked };
  const found = usePages(['manage', query], (cursor, signal) =>
    api.call('listOffers', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the offers" rows={6} height={48} />;
  if (found.items.length === 0) {
    return Object.keys(asked).length > 0 ? (
      <Empty title="Nothing matches" description="No offer has all of this: take a filter away." />
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
  const { q, state, category, tags, change } = useManageFilters();
  const categories = useCall('categories', {}).data?.items ?? [];
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
        <Select
          label="Category"
          value={category || ANY}
          onChange={key => change('category', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: 'Any category' },
            ...categories.map(({ id, title }) => ({ id, label: title })),
          ]}
        />
        <DebouncedSearch
          label="Tags"
          placeholder="One of them, with commas between"
          value={tags}
          onSearch={value => change('tags', value)}
        />
      </div>
      <OfferList q={q} state={state} category={category} tags={tags} />
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
