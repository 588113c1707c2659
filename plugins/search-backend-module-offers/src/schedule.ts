import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

/** Where the schedule is configured. */
export const SCHEDULE_KEY = 'search.collators.offers.schedule';

const STANDARD: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The index of a process that has just started is empty, and the offers plugin starts beside it.
  initialDelay: { seconds: 3 },
};

/** How long an index counts on nothing changing where the schedule does not say how old it can become, in milliseconds. */
const A_DAY = 86_400_000;

/** How often the offers are indexed. */
export function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const own = config.getOptionalConfig(SCHEDULE_KEY);
  return own ? readSchedulerServiceTaskScheduleDefinitionFromConfig(own) : STANDARD;
}

type Duration = Record<'days' | 'hours' | 'minutes' | 'seconds' | 'milliseconds', number>;

const MS: Duration = {
  days: A_DAY,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1_000,
  milliseconds: 1,
};

/**
 * How old what is found can be, in milliseconds: until the index after the next, should one fail. An offer that is
 * known to close within that time is not indexed.
 */
export function oldest({ frequency }: SchedulerServiceTaskScheduleDefinition): number {
  const isDuration = !('cron' in frequency) && !('trigger' in frequency);
  if (!isDuration) return A_DAY;
  const ms = (Object.keys(MS) as (keyof Duration)[]).reduce(
    (sum, unit) => sum + Number(Reflect.get(frequency, unit) ?? 0) * MS[unit],
    0,
  );
  return ms > 0 ? 2 * ms : A_DAY;
}
