import { useSearchParams } from 'react-router-dom';

/** How many days the figures can be of. */
export const PERIODS = ['30', '90', '365', '1095'] as const;

const DAY = 86_400_000;

/**
 * The time and the catalogue of the figures, kept in the address. The time ends with today in UTC, so that what is
 * asked stays the same all day.
 */
export function useReportScope() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('days');
  const days = PERIODS.find(each => each === asked) ?? '90';
  const catalogue = params.get('catalogue') ?? undefined;
  const until = Math.floor(Date.now() / DAY + 1) * DAY;
  const change = (name: 'days' | 'catalogue', value: string | undefined) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const query = {
    from: new Date(until - Number(days) * DAY).toISOString(),
    until: new Date(until).toISOString(),
    ...(catalogue ? { catalogue } : {}),
  };
  return { days, catalogue, query, change };
}
