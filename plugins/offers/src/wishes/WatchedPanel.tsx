import { Link, Text } from '@backstage/ui';
import { useWatches } from '../catalogue/useWatches';
import { WatchButton } from '../catalogue/WatchButton';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { Problem } from '../parts/Problem';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';
import styles from './Wishes.module.css';

/** The offers that the reader watches, each with a way to let it go; also those that they see no more. */
export const WatchedPanel = () => {
  const t = useT();
  const links = useLinks();
  const watches = useWatches();
  const ids = watches.ids ?? [];
  const { data, error, refetch } = useCall(
    'offersById',
    { query: { ids: ids.join(',') } },
    { keepPrevious: true, enabled: ids.length > 0 },
  );
  const cards = new Map(data?.items.map(card => [card.id, card]));
  const isKnown = watches.ids !== undefined && (ids.length === 0 || data !== undefined);
  return (
    <Panel title={t('hear.watched')} note={t('hear.watchedWhy')}>
      {watches.error && <Problem error={watches.error} onRetry={watches.retry} />}
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!isKnown && !error && !watches.error && (
        <Loading what={t('hear.watchedLoading')} rows={2} height={32} />
      )}
      {isKnown && ids.length === 0 && (
        <Empty title={t('hear.none')} description={t('hear.noneWhy')} />
      )}
      {isKnown && ids.length > 0 && (
        <PlainList label={t('hear.watched')}>
          {ids.map(id => {
            const card = cards.get(id);
            const title = card?.title ?? t('hear.gone');
            return (
              <li key={id} className={styles.offer}>
                {card ? (
                  <Link href={links.offer(card.name)}>{title}</Link>
                ) : (
                  <Text color="secondary">{title}</Text>
                )}
                <WatchButton offer={{ id, title }} watches={watches} />
              </li>
            );
          })}
        </PlainList>
      )}
    </Panel>
  );
};
