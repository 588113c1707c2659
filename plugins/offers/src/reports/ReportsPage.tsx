import { Select } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useT } from '../words/useWords';
import { reportsOf } from './figures';
import { hasFigures } from './report';
import { ReportPanel } from './ReportPanel';
import styles from './Reports.module.css';
import { PERIODS, useReportScope } from './useReportScope';

const ANY = 'any';

type Scope = ReturnType<typeof useReportScope>;

const Filters = ({ days, catalogue, change }: Scope) => {
  const t = useT();
  const { data: catalogues } = useCall('catalogues', {});
  const isOne = (catalogues?.items.length ?? 0) < 2 && catalogue === undefined;
  return (
    <div role="search" aria-label={t('reports.title')} className={filterStyles.filters}>
      <Select
        label={t('reports.period')}
        options={PERIODS.map(value => ({ value, label: t(`reports.days${value}`) }))}
        value={days}
        onChange={key => change('days', String(key))}
      />
      {!isOne && (
        <Select
          label={t('reports.catalogue')}
          options={[
            { value: ANY, label: t('reports.anyCatalogue') },
            ...(catalogues?.items ?? []).map(({ name, title }) => ({ value: name, label: title })),
          ]}
          value={catalogue ?? ANY}
          onChange={key => change('catalogue', key === ANY ? '' : String(key))}
        />
      )}
    </div>
  );
};

const Reports = () => {
  const t = useT();
  const scope = useReportScope();
  const { data, error, refetch } = useCall(
    'valueStreamReport',
    { query: scope.query },
    { keepPrevious: true },
  );
  const reports = data && reportsOf(t, data);
  return (
    <Page title={t('reports.title')} lede={t('reports.lede')}>
      <Filters {...scope} />
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('reports.loading')} rows={3} height={160} />}
      {reports && !reports.some(hasFigures) && (
        <Empty title={t('reports.none')} description={t('reports.noneWhy')} />
      )}
      {reports?.some(hasFigures) && (
        <div className={styles.reports}>
          {reports.map(report => (
            <ReportPanel key={report.id} report={report} />
          ))}
        </div>
      )}
    </Page>
  );
};

/** Figures of the value stream, by time and catalogue. */
export default function ReportsPage() {
  const t = useT();
  return (
    <StaffOnly title={t('reports.title')} allows={({ isStaff }) => isStaff}>
      <SectionNav of="reports" label={t('reports.title')} />
      <Reports />
    </StaffOnly>
  );
}
