import { Button, Flex, Text } from '@backstage/ui';
import type { ImportReport, Source } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { isNotFound } from '../data/problems';
import { useAct, useAsk, useCall } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useT, type T } from '../words/useWords';
import { DriftPanel } from './DriftPanel';
import { ImportRows } from './ImportRows';

function resultWords(
  { created, updated, unchanged, rejected }: Omit<ImportReport, 'rows'>,
  t: T,
): string {
  return t('sources.result', {
    created: String(created),
    updated: String(updated),
    unchanged: String(unchanged),
    rejected: String(rejected),
  });
}

function useImport(source: Source, onImported: () => void) {
  const t = useT();
  const toast = useToast();
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const { mutate, isPending, error } = useAct('importSource');
  const start = () =>
    mutate(
      { params: { id: source.id }, idempotencyKey },
      {
        onSuccess: report => {
          toast(t('sources.done', { source: source.title, result: resultWords(report, t) }));
          onImported();
        },
        onSettled: (_, failure) => settleKey(failure),
      },
    );
  return { start, isPending, error };
}

const LatestReport = ({ source }: { source: Source }) => {
  const t = useT();
  const { data, error, refetch } = useCall('latestImport', { params: { id: source.id } });
  if (error && !isNotFound(error)) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return error ? null : <Loading what={t('sources.report')} rows={1} height={120} />;
  return <ImportRows rows={data.rows} />;
};

const LastImport = ({ source }: { source: Source }) => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const last = source.lastImport;
  if (!last) return <Text color="secondary">{t('sources.never')}</Text>;
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        {t('sources.last', {
          when: <When at={last.at} />,
          who: <Who entityRef={last.by} plain />,
          result: resultWords(last, t),
        })}
      </Text>
      <div>
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'sources.hideRows' : 'sources.showRows')}
        </Button>
      </div>
      {isOpen && <LatestReport source={source} />}
    </Flex>
  );
};

/** A source: import it, read what the last import did, and see where it and its offers have come apart. */
export const SourcePanel = ({ source }: { source: Source }) => {
  const t = useT();
  const drift = useAsk('sourceDrift');
  // What was compared before an import is true no more.
  const { start, isPending, error } = useImport(source, drift.reset);
  const compare = () => drift.mutate({ params: { id: source.id } });
  return (
    <Panel
      title={source.title}
      note={source.kind}
      aside={
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          {source.lastImport && (
            <Button variant="secondary" onPress={compare} isPending={drift.isPending}>
              {t('drift.compare')}
            </Button>
          )}
          <Button variant="primary" onPress={start} isPending={isPending}>
            {t(source.lastImport ? 'sources.again' : 'sources.import')}
          </Button>
        </Flex>
      }
    >
      <Flex direction="column" gap="4">
        {isPending && (
          <Text as="p" role="status" color="secondary">
            {t('sources.importing')}
          </Text>
        )}
        {error && <Problem error={error} onRetry={start} />}
        <LastImport source={source} />
        {drift.isPending && (
          <Text as="p" role="status" color="secondary">
            {t('drift.comparing')}
          </Text>
        )}
        {drift.error && <Problem error={drift.error} onRetry={compare} />}
        {drift.data && <DriftPanel report={drift.data} />}
      </Flex>
    </Panel>
  );
};
