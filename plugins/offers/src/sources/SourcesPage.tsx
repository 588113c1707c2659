import { Flex } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StaffOnly } from '../shell/StaffOnly';
import { SourcePanel } from './SourcePanel';

const SourceList = () => {
  const { data, error, refetch } = useCall('listSources', {});
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading what="the sources" rows={2} height={160} />;
  if (data.items.length === 0) {
    return (
      <Empty
        title="No source is configured"
        description="Name one under offers.sources in the configuration, and install the backend module that reads it."
      />
    );
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
  return (
    <StaffOnly title="Sources" allows={({ may }) => may('import')}>
      <Page
        title="Sources"
        lede="Catalogues of others that become draft offers here. Importing again changes only what changed there."
      >
        <SourceList />
      </Page>
    </StaffOnly>
  );
}
