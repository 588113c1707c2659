import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { BAR, chartHeight } from './chartHeight';
import { drawnSeries, figureOf, timeUnitOf, type Report } from './report';
import styles from './Reports.module.css';

/** The width that names of rows have, in pixels; longer ones are cut by the chart, and whole in the table. */
const NAMES = 128;

const COLOURS = ['var(--report-1)', 'var(--report-2)', 'var(--report-3)', 'var(--report-4)'];

const short = (name: string) => (name.length > 18 ? `${name.slice(0, 17)}…` : name);

interface ChartProps {
  report: Report;
  /** says a figure of a series in words */
  words: (value: number | undefined, key: string) => string;
}

/** The figure of a bar as the report has it, not as it is drawn. */
function valueIn({ rows }: Report, bar: unknown, series: string): number | undefined {
  const key = typeof bar === 'object' && bar !== null ? Reflect.get(bar, 'key') : undefined;
  return rows.find(row => row.key === key)?.values[series];
}

/** A report as bars. */
export default function Chart({ report, words }: ChartProps) {
  const series = drawnSeries(report);
  const rows = report.rows.slice(0, report.drawn);
  const time = timeUnitOf(report);
  const units = { count: '', seconds: ` ${time.symbol}`, percent: ' %' };
  const data = rows.map(({ key, label: name, values }) => ({
    key,
    name,
    ...Object.fromEntries(
      series.map(each => [each.key, figureOf(values[each.key], each.unit, time.seconds)]),
    ),
  }));
  const names = new Map(rows.map(({ key, label: name }) => [key, name]));
  const unit = series[0]?.unit ?? 'count';
  return (
    <ResponsiveContainer width="100%" height={chartHeight(report)}>
      <BarChart data={data} layout="vertical" accessibilityLayer={false} margin={{ right: 16 }}>
        <CartesianGrid horizontal={false} stroke="var(--bui-border-1)" />
        <XAxis
          type="number"
          unit={units[unit]}
          allowDecimals={unit !== 'count'}
          stroke="currentColor"
          fontSize={12}
        />
        <YAxis
          type="category"
          dataKey="key"
          width={NAMES}
          interval={0}
          stroke="currentColor"
          fontSize={12}
          tickFormatter={(key: string) => short(names.get(key) ?? key)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
          contentStyle={{
            background: 'var(--bui-bg-neutral-1)',
            borderColor: 'var(--bui-border-2)',
            color: 'var(--bui-fg-primary)',
          }}
          labelFormatter={key => names.get(String(key)) ?? String(key)}
          formatter={(_value, _name, { dataKey, payload }) =>
            words(valueIn(report, payload, String(dataKey)), String(dataKey))
          }
        />
        {series.length > 1 && (
          <Legend
            itemSorter={null}
            wrapperStyle={{ fontSize: 12 }}
            formatter={name => <span className={styles.legend}>{name}</span>}
          />
        )}
        {series.map((each, index) => (
          <Bar
            key={each.key}
            dataKey={each.key}
            name={each.label}
            fill={COLOURS[index] ?? 'currentColor'}
            barSize={BAR}
            isAnimationActive={false}
            {...(report.stacked ? { stackId: 'all' } : {})}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
