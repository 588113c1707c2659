import { Flex, Text } from '@backstage/ui';
import type { OfferNews } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { useT } from '../words/useWords';
import { pageOf } from './questions';

type Told = OfferNews['items'][number];

const Line = ({ told }: { told: Told }) => {
  const t = useT();
  return (
    <li>
      <Flex direction="column" gap="1">
        <span>
          <Text weight="bold">{t(`news.${told.kind}`, { version: String(told.version) })}</Text>{' '}
          <Text color="secondary">
            <When at={told.at} />
          </Text>
        </span>
        {told.text && <Text as="p">{told.text}</Text>}
        {told.correction && <Text as="p">{t('news.correction', { note: told.correction })}</Text>}
      </Flex>
    </li>
  );
};

/** What was announced of the offer, the latest first. */
export const NewsPanel = ({ name, at }: { name: string; at: string | undefined }) => {
  const t = useT();
  const { data, error, refetch } = useCall('offerNews', pageOf(name, at));
  return (
    <Panel heading="h4" title={t('news.title')} note={t('news.note')}>
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('news.loading')} rows={2} height={32} />}
      {data?.items.length === 0 && <Text color="secondary">{t('news.none')}</Text>}
      {data && data.items.length > 0 && (
        <PlainList label={t('news.title')}>
          {data.items.map(told => (
            <Line key={told.id} told={told} />
          ))}
        </PlainList>
      )}
    </Panel>
  );
};
