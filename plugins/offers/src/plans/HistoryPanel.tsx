import { Text } from '@backstage/ui';
import type { AuditEntry } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { surfaces } from '../words/states';

/** What the log calls an action, in words; another one is shown as it is written. */
const actions: Readonly<Record<string, string>> = {
  create: 'Made the plan',
  edit: 'Changed the plan',
  submit: 'Submitted it',
  approve: 'Approved it',
  reject: 'Rejected it',
  'request-changes': 'Asked for changes',
  'void-approvals': 'Approvals voided by a change',
  withdraw: 'Took it back',
  expire: 'Nobody decided in time',
  'break-glass': 'Approved alone, in an emergency',
  implement: 'Began to implement it',
  'make-ready': 'Made it ready',
  release: 'Published it',
  cancel: 'Cancelled it',
};

function actionWords(action: string): string {
  const known = actions[action.replace(/^plan\./, '')];
  if (known) return known;
  const words = action.replace(/[._-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether an actor is a person or thing of the software catalogue; the system acts under a bare name. */
const Actor = ({ actor }: { actor: string }) =>
  actor.includes(':') ? <Who entityRef={actor} plain /> : <>{actor}</>;

const Entries = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <DataTable
    caption="History"
    rows={entries}
    keyOf={({ seq }) => String(seq)}
    columns={[
      { label: 'When', cell: ({ at }) => <When at={at} /> },
      { label: 'Who', cell: ({ actor }) => <Actor actor={actor} /> },
      { label: 'What', cell: ({ action }) => actionWords(action) },
      { label: 'Where', cell: ({ surface }) => surfaces[surface] },
      { label: 'Why', cell: ({ reason }) => reason ?? '–' },
    ]}
  />
);

interface HistoryPanelProps {
  planId: string;
  /** how often it is read again, in milliseconds */
  refreshMs: number | false;
}

/** Who did what with the plan, latest first; for those who may read the audit log. */
export const HistoryPanel = ({ planId, refreshMs }: HistoryPanelProps) => {
  const { data, error, refetch } = useCall(
    'audit',
    { query: { subjectKind: 'plan', subjectId: planId, limit: 100 } },
    { refetchInterval: () => refreshMs },
  );
  return (
    <Panel title="History">
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what="the history" rows={2} height={32} />}
      {data?.items.length === 0 && <Text color="secondary">Nothing has happened yet.</Text>}
      {data && data.items.length > 0 && <Entries entries={data.items} />}
    </Panel>
  );
};
