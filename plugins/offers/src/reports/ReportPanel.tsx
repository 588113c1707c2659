import { Button, Text } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { saveAs } from '../data/saveAs';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { useT, type T } from '../words/useWords';
import { chartHeight } from './chartHeight';
import { secondsIn } from './figures';
import { csvOfReport, hasBars, hasFigures, type Report, type Unit } from './report';
import styles from './Reports.module.css';

// The library of the charts is the largest part of the page: words and tables do not wait for it.
const Chart = lazy(() => import('./Chart'));

/** Gives what says a figure in words. */
function useFigureWords() {
  const t = useT();
  const spoken = secondsIn(t);
  return (value: number | undefined, unit: Unit): string => {
    if (value === undefined) return '–';
    if (unit === 'seconds') return spoken(value);
    if (unit === 'percent')
      return t('reports.percent', { value: value.toLocaleString(t('words.locale')) });
    return value.toLocaleString(t('words.locale'));
  };
}

/** What stands above a column of figures that are without their unit in a file. */
const headIn =
  (t: T) =>
  (label: string, unit: Unit): string =>
    unit === 'count' ? label : t(`reports.in.${unit}`, { label });

const Bars = ({ report }: { report: Report }) => {
  const t = useT();
  const words = useFigureWords();
  const unitOf = (key: string) => report.series.find(each => each.key === key)?.unit ?? 'count';
  return (
    <div
      className={styles.chart}
      role="img"
      aria-label={t('reports.chart', { title: report.title })}
      style={{ minBlockSize: chartHeight(report) }}
    >
      <div aria-hidden="true">
        <Suspense fallback={null}>
          <Chart report={report} words={(value, key) => words(value, unitOf(key))} />
        </Suspense>
      </div>
    </div>
  );
};

const Figures = ({ report }: { report: Report }) => {
  const t = useT();
  const words = useFigureWords();
  const isDrawn = hasBars(report);
  return (
    <>
      {isDrawn ? <Bars report={report} /> : <Text color="secondary">{t('reports.noBars')}</Text>}
      <details className={styles.table} open={!isDrawn}>
        <summary>{t('reports.table')}</summary>
        <DataTable
          caption={report.title}
          rows={report.rows}
          keyOf={({ key }) => key}
          columns={[
            { label: report.of, cell: ({ label }) => label },
            ...(report.columns ?? []).map(({ key, label }) => ({
              label,
              cell: ({ more }: Report['rows'][number]) => more?.[key] ?? '–',
            })),
            ...report.series.map(({ key, label, unit }) => ({
              label,
              cell: ({ values }: Report['rows'][number]) => words(values[key], unit),
            })),
          ]}
        />
      </details>
    </>
  );
};

/** One report: its chart, its table and its CSV. */
export const ReportPanel = ({ report }: { report: Report }) => {
  const t = useT();
  const isFull = hasFigures(report);
  return (
    <Panel
      title={report.title}
      note={report.note}
      aside={
        isFull && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('reports.csv', { title: report.title })}
            onPress={() => saveAs(`${report.id}.csv`, 'text/csv', csvOfReport(report, headIn(t)))}
          >
            CSV
          </Button>
        )
      }
    >
      {isFull ? <Figures report={report} /> : <Text color="secondary">{t('reports.nothing')}</Text>}
    </Panel>
  );
};
