import { Text } from '@backstage/ui';
import { PLAN_TURNS, type AuditEntry } from '@offerdesk/backstage-plugin-offers-common';
import { actionIn } from '../audit/words';
import { useCall } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { WhoOrWhat } from '../parts/Who';
import { toldIn } from '../words/told';
import { useT, useWords, type T } from '../words/useWords';

/** What the log calls an action of which there are words. */
const KNOWN = ['create', 'edit', ...PLAN_TURNS, 'comment', 'answer'] as const;

/** An action in words: those of the plan's own page, or those of the log. */
function happenedIn(action: string, t: T): string {
  const known = KNOWN.find(each => `plan.${each}` === action);
  return known ? t(`plan.happened.${known}`) : actionIn(t, action);
}

const Entries = ({ entries }: { entries: readonly AuditEntry[] }) => {
  const { t, surface: surfaceIn } = useWords();
  return (
    <DataTable
      caption={t('plan.history.title')}
      rows={entries}
      keyOf={({ seq }) => String(seq)}
      columns={[
        { label: t('plan.history.when'), cell: ({ at }) => <When at={at} /> },
        { label: t('plan.history.who'), cell: ({ actor }) => <WhoOrWhat name={actor} /> },
        { label: t('plan.history.what'), cell: ({ action }) => happenedIn(action, t) },
        { label: t('plan.history.where'), cell: ({ surface }) => surfaceIn(surface) },
        { label: t('plan.history.why'), cell: ({ reason }) => (reason ? toldIn(t, reason) : '–') },
      ]}
    />
  );
};

interface HistoryPanelProps {
  planId: string;
  /** how often it is read again, in milliseconds */
  refreshMs: number | false;
}

/** Who did what with the plan, latest first; for those who may read the audit log. */
export const HistoryPanel = ({ planId, refreshMs }: HistoryPanelProps) => {
  const t = useT();
  const { data, error, refetch } = useCall(
    'audit',
    { query: { subjectKind: 'plan', subjectId: planId, limit: 100 } },
    { refetchInterval: () => refreshMs },
  );
  return (
    <Panel title={t('plan.history.title')}>
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('plan.history.loading')} rows={2} height={32} />}
      {data?.items.length === 0 && <Text color="secondary">{t('plan.history.none')}</Text>}
      {data && data.items.length > 0 && <Entries entries={data.items} />}
    </Panel>
  );
};
