import { useApi } from '@backstage/core-plugin-api';
import { Button, Text } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { csvOf } from '../data/csv';
import { offersApiRef } from '../data/offersApi';
import { saveAs } from '../data/saveAs';
import type { Page as DataPage } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { Bars } from './Bars';
import {
  approvalWait,
  completeness,
  onTime,
  plansByScenario,
  plansByState,
  type Report,
} from './figures';
import styles from './Reports.module.css';

/** How many pages of 100 are counted: beyond that a figure would take too long, and says so. */
const MOST_PAGES = 10;

interface Counted<T> {
  items: T[];
  /** whether there are more than were counted */
  isCut: boolean;
}

async function allOf<T>(load: (cursor: string | undefined) => Promise<DataPage<T>>) {
  const counted: Counted<T> = { items: [], isCut: false };
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const next = await load(cursor);
    counted.items.push(...next.items);
    cursor = next.nextCursor;
    if (!cursor) return counted;
  }
  return { ...counted, isCut: true };
}

/** The plans and offers that the figures are made of. */
function useCounted() {
  const api = useApi(offersApiRef);
  return useQuery({
    queryKey: ['offers', 'reports'],
    queryFn: async ({ signal }) => {
      const from = (cursor: string | undefined) => ({ limit: 100, ...(cursor ? { cursor } : {}) });
      const [plans, offers] = await Promise.all([
        allOf(cursor => api.call('listPlans', { query: from(cursor) }, { signal })),
        allOf(cursor => api.call('listOffers', { query: from(cursor) }, { signal })),
      ]);
      return { plans, offers, at: new Date() };
    },
    staleTime: 60_000,
  });
}

const csvFile = ({ unit, figures }: Report) =>
  csvOf(
    ['What', unit],
    figures.map(({ label, count }) => [label, String(count)]),
  );

const ReportPanel = ({ report, isCut }: { report: Report; isCut: boolean }) => (
  <Panel
    title={report.title}
    note={isCut ? `${report.note} Of the latest ${MOST_PAGES * 100}.` : report.note}
    aside={
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Save ${report.title} as CSV`}
        onPress={() => saveAs(`${report.id}.csv`, 'text/csv', csvFile(report))}
      >
        CSV
      </Button>
    }
  >
    <Bars report={report} />
    <details>
      <summary>As a table</summary>
      <DataTable
        caption={report.title}
        rows={report.figures}
        keyOf={({ label }) => label}
        columns={[
          { label: 'What', cell: ({ label }) => label },
          { label: report.unit, cell: ({ count }) => String(count) },
        ]}
      />
    </details>
  </Panel>
);

const Reports = () => {
  const { data, error, refetch } = useCounted();
  return (
    <Page title="Reports" lede="How release plans and offers stand, as bars, tables and CSV.">
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what="the figures" rows={3} height={160} />}
      {data && data.plans.items.length + data.offers.items.length === 0 && (
        <Text color="secondary">There is nothing to count yet.</Text>
      )}
      {data && (
        <div className={styles.reports}>
          {[
            plansByScenario(data.plans.items),
            plansByState(data.plans.items),
            approvalWait(data.plans.items, data.at),
            onTime(data.plans.items, data.at),
          ].map(report => (
            <ReportPanel key={report.id} report={report} isCut={data.plans.isCut} />
          ))}
          <ReportPanel report={completeness(data.offers.items)} isCut={data.offers.isCut} />
        </div>
      )}
    </Page>
  );
};

/** Figures of the value stream, from what plans and offers say of themselves. */
export default function ReportsPage() {
  return (
    <StaffOnly title="Reports" allows={({ isStaff }) => isStaff}>
      <SectionNav of="reports" label="Reports" />
      <Reports />
    </StaffOnly>
  );
}
