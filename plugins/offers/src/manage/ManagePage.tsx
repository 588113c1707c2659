import { useApi } from '@backstage/core-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import { oneOf, PUBLIC_STATES } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { useAddress } from '../data/useAddress';
import { useCall, usePages } from '../data/useCall';
import { LiveSearch } from '../parts/LiveSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { useT, useWords } from '../words/useWords';
import { ManagedOffers } from './ManagedOffers';
import { NewOfferDialog } from './NewOfferDialog';

const ANY = 'any';

/** Below which per cent live offers can be looked for: anything missing, or more of it. */
const HEALTH_BOUNDS = [100, 90, 75, 50] as const;

function useManageFilters() {
  const [params, change] = useAddress<'q' | 'state' | 'category' | 'tags' | 'health'>();
  const q = params.get('q') ?? '';
  const state = oneOf(PUBLIC_STATES, params.get('state'));
  const category = params.get('category') ?? '';
  const tags = params.get('tags') ?? '';
  const healthBelow = HEALTH_BOUNDS.find(bound => String(bound) === params.get('health'));
  return { q, state, category, tags, healthBelow, change };
}

type ManageFilters = Omit<ReturnType<typeof useManageFilters>, 'change'>;

const OfferList = ({ q, state, category, tags, healthBelow }: ManageFilters) => {
  const t = useT();
  const api = useApi(offersApiRef);
  const asked = {
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(category ? { category } : {}),
    ...(tags ? { tags } : {}),
    ...(healthBelow ? { healthBelow } : {}),
  };
  const query = { limit: 50, ...asked };
  const found = usePages(['manage', query], (cursor, signal) =>
    api.call('listOffers', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('manage.loading')} rows={6} height={48} />;
  if (found.items.length === 0) {
    return Object.keys(asked).length > 0 ? (
      <Empty title={t('manage.noneLike')} description={t('manage.noneLikeDo')} />
    ) : (
      <Empty title={t('manage.none')} description={t('manage.noneDo')} />
    );
  }
  return (
    <>
      <Text as="p" variant="body-small" color="secondary" role="status">
        {t(found.hasNextPage ? 'manage.shownOfMore' : 'manage.shown', {
          number: String(found.items.length),
        })}
      </Text>
      <ManagedOffers offers={found.items} />
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button
            variant="secondary"
            onPress={() => found.fetchNextPage()}
            isPending={found.isFetchingNextPage}
          >
            {t('manage.more')}
          </Button>
        </div>
      )}
    </>
  );
};

const NewOffer = () => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (!useMe().may('createOffer')) return null;
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {t('manage.new')}
      </Button>
      {isOpen && <NewOfferDialog onClose={() => setOpen(false)} />}
    </>
  );
};

const Manage = () => {
  const { t, state: stateIn } = useWords();
  const { change, ...filters } = useManageFilters();
  const { q, state, category, tags, healthBelow } = filters;
  const categories = useCall('categories', {}).data?.items ?? [];
  return (
    <Page title={t('manage.title')} actions={<NewOffer />} lede={t('manage.lede')}>
      <div role="search" aria-label={t('manage.offers')} className={filterStyles.filters}>
        <LiveSearch
          label={t('manage.search')}
          placeholder={t('manage.searchHint')}
          value={q}
          onSearch={(value, goesOn) => change('q', value, goesOn)}
        />
        <Select
          label={t('manage.state')}
          value={state ?? ANY}
          onChange={key => change('state', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: t('manage.anyState') },
            ...PUBLIC_STATES.map(id => ({ id, label: stateIn(id).label })),
          ]}
        />
        <Select
          label={t('manage.category')}
          value={category || ANY}
          onChange={key => change('category', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: t('manage.anyCategory') },
            ...categories.map(({ id, title }) => ({ id, label: title })),
          ]}
        />
        <Select
          label={t('manage.health')}
          value={healthBelow === undefined ? ANY : String(healthBelow)}
          onChange={key => change('health', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: t('manage.anyHealth') },
            ...HEALTH_BOUNDS.map(bound => ({
              id: String(bound),
              label: t('manage.healthBelow', { percent: String(bound) }),
            })),
          ]}
        />
        <LiveSearch
          label={t('manage.tags')}
          placeholder={t('manage.tagsHint')}
          value={tags}
          onSearch={(value, goesOn) => change('tags', value, goesOn)}
        />
      </div>
      <OfferList {...filters} />
    </Page>
  );
};

/** The offers of those who look after them. */
export default function ManagePage() {
  const t = useT();
  return (
    <StaffOnly title={t('manage.title')} allows={({ isStaff }) => isStaff}>
      <SectionNav of="manage" label={t('manage.nav')} />
      <Manage />
    </StaffOnly>
  );
}
