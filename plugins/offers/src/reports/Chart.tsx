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
import { drawnSeries, figureOf, type Report, type Unit } from './report';

/** The width that names of rows have, in pixels; longer ones are cut by the chart, and whole in the table. */
const NAMES = 128;

const COLOURS = ['var(--report-1)', 'var(--report-2)', 'var(--report-3)', 'var(--report-4)'];

/** What stands behind the numbers of the axis: the symbols of day and percent, the same in each language. */
const UNITS: Readonly<Record<Unit, string>> = { count: '', seconds: ' d', percent: ' %' };

const short = (name: string) => (name.length > 18 ? `${name.slice(0, 17)}…` : name);

interface ChartProps {
  report: Report;
  /** says a figure of a series in words */
  words: (value: number, key: string) => string;
}

/** A report as bars. */
export default function Chart({ report, words }: ChartProps) {
  const series = drawnSeries(report);
  const rows = report.rows.slice(0, report.drawn);
  const data = rows.map(({ key, label: name, values }) => ({
    key,
    name,
    ...Object.fromEntries(series.map(each => [each.key, figureOf(values[each.key], each.unit)])),
  }));
  const names = new Map(rows.map(({ key, label: name }) => [key, name]));
  const unit = series[0]?.unit ?? 'count';
  return (
    <ResponsiveContainer width="100%" height={chartHeight(report)}>
      <BarChart data={data} layout="vertical" accessibilityLayer={false} margin={{ right: 16 }}>
        <CartesianGrid horizontal={false} stroke="var(--bui-border-2)" />
        <XAxis
          type="number"
          unit={UNITS[unit]}
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
          formatter={(value, _name, { dataKey }) => words(Number(value), String(dataKey))}
        />
        {series.length > 1 && <Legend wrapperStyle={{ fontSize: 12 }} />}
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
