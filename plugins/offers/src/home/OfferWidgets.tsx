import { useCall } from '../data/useCall';
import { useLinks } from '../shell/useLinks';
import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';
import { WidgetList, WidgetRoot } from './Widget';

/** As many as can be taken in beside other things. */
const SHOWN = 5;

const NewList = () => {
  const t = useT();
  const links = useLinks();
  const { data, error, refetch } = useCall('browseOffers', {
    query: { sort: 'new', limit: SHOWN },
  });
  return (
    <WidgetList
      title={t('home.new')}
      none={t('home.newNone')}
      lines={data?.items.map(({ id, title, name, since }) => ({
        id,
        title,
        href: links.offer(name),
        note: t('home.since', { when: instantIn(t, since) }),
      }))}
      error={error}
      onRetry={() => refetch()}
      more={{ label: t('home.all'), href: links.catalogue }}
    />
  );
};

const EndingList = () => {
  const t = useT();
  const links = useLinks();
  const { data, error, refetch } = useCall('browseOffers', {
    query: { state: 'ending', limit: SHOWN },
  });
  return (
    <WidgetList
      title={t('home.ending')}
      none={t('home.endingNone')}
      lines={data?.items.map(({ id, title, name, validUntil, summary }) => ({
        id,
        title,
        href: links.offer(name),
        note: validUntil ? t('home.until', { when: instantIn(t, validUntil) }) : summary,
      }))}
      error={error}
      onRetry={() => refetch()}
      more={{ label: t('home.all'), href: links.catalogue }}
    />
  );
};

/** What was offered to the reader last. */
export const NewOffers = () => (
  <WidgetRoot>
    <NewList />
  </WidgetRoot>
);

/** What the reader sees that is about to end. */
export const EndingOffers = () => (
  <WidgetRoot>
    <EndingList />
  </WidgetRoot>
);
