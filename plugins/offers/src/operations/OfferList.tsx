import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import type { PublicState } from '@offerdesk/backstage-plugin-offers-common';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useWords } from '../words/useWords';

/** How often the lists are read again, in milliseconds. */
const REFRESH_MS = 15_000;

interface OfferListProps {
  caption: string;
  filter: { state: PublicState } | { q: string };
  /** what is said when there are none */
  empty: string;
}

/** Offers to operate, with the way to each. */
export const OfferList = ({ caption, filter, empty }: OfferListProps) => {
  const { t, state: stateIn } = useWords();
  const api = useApi(offersApiRef);
  const links = useStaffLinks();
  const query = { limit: 20, ...filter };
  const found = usePages(
    ['operations', query],
    (cursor, signal) =>
      api.call('listOffers', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('operations.offers')} rows={1} height={40} />;
  if (found.items.length === 0) return <Text color="secondary">{empty}</Text>;
  return (
    <>
      <DataTable
        caption={caption}
        rows={found.items}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('operations.offer'),
            width: '45%',
            cell: ({ id, title }) => <Link href={links.operate(id)}>{title}</Link>,
          },
          {
            label: t('operations.state'),
            cell: ({ state }) => <StateBadge {...stateIn(state)} />,
          },
          {
            label: t('operations.owner'),
            cell: ({ owner }) => (owner ? <Who entityRef={owner} plain /> : '–'),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          {t('operations.more')}
        </Button>
      )}
    </>
  );
};
