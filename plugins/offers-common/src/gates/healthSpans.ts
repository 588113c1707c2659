import { cutAt } from '../timeline/segments';
import { Criterion } from './gate';
import { healthOf, Waiver, withWaivers } from './waivers';

/** A time in which an offer is live and serves one version, with the criteria of that version before any waiver. @public */
export interface ServedTime {
  from: string;
  /** excluded; undefined: for good */
  until: string | undefined;
  criteria: readonly Criterion[];
}

/** A time in which the health of a live offer is the same. @public */
export interface HealthSpan {
  from: string;
  /** excluded; undefined: for good */
  until: string | undefined;
  /** share of the criteria that are met or waived, in whole per cent */
  percent: number;
}

/** The health of an offer over the time in which it is live: it turns with its versions and with its waivers. @public */
export function healthSpans(
  served: readonly ServedTime[],
  waivers: readonly Waiver[],
): HealthSpan[] {
  const turns = waivers.flatMap(({ grantedAt, until, revokedAt }) => [
    grantedAt,
    until,
    ...(revokedAt === undefined ? [] : [revokedAt]),
  ]);
  return cutAt(served, turns).map(({ from, until, criteria }) => ({
    from,
    until,
    percent: healthOf(withWaivers(criteria, waivers, from)),
  }));
}
