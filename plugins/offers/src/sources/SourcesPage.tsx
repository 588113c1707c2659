import { Flex } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StaffOnly } from '../shell/StaffOnly';
import { useT } from '../words/useWords';
import { SourcePanel } from './SourcePanel';

const SourceList = () => {
  const t = useT();
  const { data, error, refetch } = useCall('listSources', {});
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading what={t('sources.loading')} rows={2} height={160} />;
  if (data.items.length === 0) {
    return <Empty title={t('sources.none')} description={t('sources.noneDo')} />;
  }
  return (
    <Flex direction="column" gap="5">
      {data.items.map(source => (
        <SourcePanel key={source.id} source={source} />
      ))}
    </Flex>
  );
};

/** Where offers can be imported from, and what the imports did. */
export default function SourcesPage() {
  const t = useT();
  return (
    <StaffOnly title={t('sources.title')} allows={({ may }) => may('import')}>
      <Page title={t('sources.title')} lede={t('sources.lede')}>
        <SourceList />
      </Page>
    </StaffOnly>
  );
}
