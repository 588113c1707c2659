import { Flex, Link } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { PageProblem } from '../shell/PageProblem';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';
import { WatchedPanel } from './WatchedPanel';
import { WishesForm } from './WishesForm';

/** What the reader hears of offers in person: by kind, when, and of which offers all. */
export default function WishesPage() {
  const t = useT();
  const { data, error, refetch } = useCall('announcementPreferences', {});
  return (
    <Page
      title={t('hear.title')}
      lede={t('hear.lede')}
      actions={<Link href={useLinks().slack}>{t('hear.link')}</Link>}
    >
      <Flex direction="column" gap="4">
        {error && <PageProblem error={error} onRetry={() => refetch()} />}
        {!data && !error && <Loading what={t('hear.loading')} rows={6} height={48} />}
        {data && <WishesForm wishes={data} />}
        <WatchedPanel />
      </Flex>
    </Page>
  );
}
