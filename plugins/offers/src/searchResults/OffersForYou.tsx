import { useSearch } from '@backstage/plugin-search-react';
import { MOST_SEARCHED } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { WidgetList, WidgetRoot } from '../home/Widget';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';

/** As many as can be taken in beside the results. */
const SHOWN = 5;

const FoundOffers = ({ term }: { term: string }) => {
  const t = useT();
  const links = useLinks();
  const q = term.trim().slice(0, MOST_SEARCHED);
  const { data, error, refetch } = useCall(
    'browseOffers',
    { query: { limit: SHOWN, ...(q ? { q } : { sort: 'new' }) } },
    { keepPrevious: true },
  );
  return (
    <WidgetList
      title={q ? t('search.forYou') : t('home.new')}
      none={q ? t('search.none') : t('home.newNone')}
      lines={data?.items.map(({ id, title, name, summary }) => ({
        id,
        title,
        href: links.offer(name),
        note: summary,
      }))}
      error={error}
      onRetry={() => refetch()}
      more={
        q
          ? { label: t('search.all'), href: `${links.catalogue}?q=${encodeURIComponent(q)}` }
          : { label: t('home.all'), href: links.catalogue }
      }
    />
  );
};

/** The offers with the words of the portal's search that are open to the reader now, asked of the catalogue itself. */
export const OffersForYou = () => (
  <WidgetRoot>
    <FoundOffers term={useSearch().term} />
  </WidgetRoot>
);
