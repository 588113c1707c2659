import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Select, Text } from '@backstage/ui';
import type { AuditEntry } from '@offerdesk/backstage-plugin-offers-common';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DateTimeField } from '../forms/DateTimeField';
import { DataTable } from '../parts/DataTable';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Sheet } from '../parts/Sheet';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { useStaffLinks } from '../shell/useStaffLinks';
import { surfaces } from '../words/states';
import styles from './Audit.module.css';
import { AuditCheck } from './AuditCheck';
import { AuditExport } from './AuditExport';
import { useAuditFilters, type AuditFilter } from './useAuditFilters';
import { actionWords, subjectKinds } from './words';

const ANY = 'any';

const PLACES = {
  portal: 'In the portal',
  slack: 'In Slack',
  api: 'Through the API',
  system: 'The system',
};

/** What an entry is about, with the way to it where there is one. */
const Subject = ({ entry: { subjectKind, subjectId } }: { entry: AuditEntry }) => {
  const links = useLinks();
  const staff = useStaffLinks();
  const kinds: Readonly<Record<string, string>> = subjectKinds;
  const words = kinds[subjectKind] ?? subjectKind;
  const ways: Readonly<Record<string, string>> = {
    offer: links.draft(subjectId),
    plan: links.plan(subjectId),
    demand: staff.demand(subjectId),
  };
  const href = ways[subjectKind];
  return (
    <>
      {href ? <Link href={href}>{words}</Link> : words}
      <Text as="p" variant="body-small" color="secondary" className={styles.id}>
        {subjectId}
      </Text>
    </>
  );
};

const Changed = ({ entry: { change } }: { entry: AuditEntry }) =>
  Object.keys(change).length === 0 ? (
    <>–</>
  ) : (
    <details className={styles.change}>
      <summary>What changed</summary>
      <pre>{JSON.stringify(change, null, 2)}</pre>
    </details>
  );

const Entries = ({ filter, isFiltered }: { filter: AuditFilter; isFiltered: boolean }) => {
  const api = useApi(offersApiRef);
  const found = usePages(['audit-log', filter], (cursor, signal) =>
    api.call(
      'audit',
      { query: { limit: 50, ...filter, ...(cursor ? { cursor } : {}) } },
      { signal },
    ),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the audit log" rows={6} height={40} />;
  if (found.items.length === 0) {
    return isFiltered ? (
      <Empty title="No entry is like that" description="Take a filter away." />
    ) : (
      <Empty title="Nothing has happened yet" />
    );
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption="Audit log"
          rows={found.items}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { label: 'No.', cell: ({ seq }) => String(seq) },
            { label: 'When', cell: ({ at }) => <When at={at} /> },
            {
              label: 'Who',
              cell: ({ actor }) => (actor.includes(':') ? <Who entityRef={actor} plain /> : actor),
            },
            { label: 'What', cell: ({ action }) => actionWords(action) },
            { label: 'About', cell: entry => <Subject entry={entry} /> },
            { label: 'Where', cell: ({ surface }) => surfaces[surface] },
            { label: 'Why', width: '18%', cell: ({ reason }) => reason ?? '–' },
            { label: 'Change', cell: entry => <Changed entry={entry} /> },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button
            variant="secondary"
            onPress={() => found.fetchNextPage()}
            isPending={found.isFetchingNextPage}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
};

const Filters = ({
  shown,
  change,
}: Pick<ReturnType<typeof useAuditFilters>, 'shown' | 'change'>) => (
  <div role="search" aria-label="Audit log" className={filterStyles.filters}>
    <DebouncedSearch
      label="Who"
      placeholder="user:default/mia, or a part of the system"
      value={shown('actor')}
      onSearch={value => change('actor', value.toLowerCase())}
    />
    <Select
      label="About"
      value={shown('subjectKind') || ANY}
      onChange={key => change('subjectKind', key === ANY ? '' : String(key))}
      options={[
        { id: ANY, label: 'Anything' },
        ...Object.entries(subjectKinds).map(([id, label]) => ({ id, label })),
      ]}
    />
    <DebouncedSearch
      label="Its id"
      placeholder="Of the offer, plan…"
      value={shown('subjectId')}
      onSearch={value => change('subjectId', value)}
    />
    <DebouncedSearch
      label="Action"
      placeholder="plan.approve, or plan"
      value={shown('action')}
      onSearch={value => change('action', value.toLowerCase())}
    />
    <Select
      label="Where"
      value={shown('surface') || ANY}
      onChange={key => change('surface', key === ANY ? '' : String(key))}
      options={[
        { id: ANY, label: 'Anywhere' },
        ...Object.entries(PLACES).map(([id, label]) => ({ id, label })),
      ]}
    />
    <DateTimeField label="From" value={shown('from')} onChange={value => change('from', value)} />
    <DateTimeField
      label="Until"
      value={shown('until')}
      onChange={value => change('until', value)}
    />
  </div>
);

const Log = () => {
  const { shown, change, filter, isFiltered } = useAuditFilters();
  return (
    <Page
      title="Audit log"
      lede="Who did what, when, where and why. It can only grow, and shows when a past entry was touched."
      actions={<AuditExport filter={filter} />}
    >
      <Filters shown={shown} change={change} />
      <div className={styles.check}>
        <AuditCheck />
      </div>
      <Entries filter={filter} isFiltered={isFiltered} />
    </Page>
  );
};

/** The audit log: filtered, paged, exported and checked. */
export default function AuditPage() {
  return (
    <StaffOnly title="Audit log" allows={({ may }) => may('readAudit')}>
      <SectionNav of="reports" label="Reports" />
      <Log />
    </StaffOnly>
  );
}
