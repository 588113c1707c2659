import { Button, Flex, Text } from '@backstage/ui';
import type { ImportReport, Source } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { isNotFound } from '../data/problems';
import { useAct, useCall } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { ImportRows } from './ImportRows';

function resultWords({
  created,
  updated,
  unchanged,
  rejected,
}: Omit<ImportReport, 'rows'>): string {
  return `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`;
}

function useImport(source: Source) {
  const toast = useToast();
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const { mutate, isPending, error } = useAct('importSource');
  const start = () =>
    mutate(
      { params: { id: source.id }, idempotencyKey },
      {
        onSuccess: report => toast(`${source.title}: ${resultWords(report)}.`),
        onSettled: (_, failure) => settleKey(failure),
      },
    );
  return { start, isPending, error };
}

const LatestReport = ({ source }: { source: Source }) => {
  const { data, error, refetch } = useCall('latestImport', { params: { id: source.id } });
  if (error && !isNotFound(error)) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return error ? null : <Loading what="the report" rows={1} height={120} />;
  return <ImportRows rows={data.rows} />;
};

const LastImport = ({ source }: { source: Source }) => {
  const [isOpen, setOpen] = useState(false);
  const last = source.lastImport;
  if (!last) return <Text color="secondary">Nothing has been imported yet.</Text>;
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        Last import <When at={last.at} /> by <Who entityRef={last.by} plain />: {resultWords(last)}.
      </Text>
      <div>
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide the rows' : 'Show row by row'}
        </Button>
      </div>
      {isOpen && <LatestReport source={source} />}
    </Flex>
  );
};

/** A source: import it, and read what the last import did. */
export const SourcePanel = ({ source }: { source: Source }) => {
  const { start, isPending, error } = useImport(source);
  return (
    <Panel
      title={source.title}
      note={source.kind}
      aside={
        <Button variant="primary" onPress={start} isPending={isPending}>
          {source.lastImport ? 'Import again' : 'Import'}
        </Button>
      }
    >
      <Flex direction="column" gap="4">
        {isPending && (
          <Text as="p" role="status" color="secondary">
            Importing. This takes a few seconds; each row becomes a draft or stays as it is.
          </Text>
        )}
        {error && <Problem error={error} onRetry={start} />}
        <LastImport source={source} />
      </Flex>
    </Panel>
  );
};
