import { accessSchema } from '../content/access';
import { TimedVersion } from '../timeline/timeline';

/** An instant some hours after the first of December. */
export const hour = (hours: number): string =>
  new Date(Date.UTC(2026, 11, 1) + hours * 3_600_000).toISOString();

/** A published version for everyone, open from the first hour, with the parts that a test replaces. */
export function aVersion(changes: Partial<TimedVersion> = {}): TimedVersion {
  return {
    number: 1,
    validFrom: hour(0),
    validUntil: undefined,
    access: accessSchema.parse({ see: { allow: ['everyone'] }, order: { allow: ['everyone'] } }),
    releases: [],
    members: [],
    ...changes,
  };
}
