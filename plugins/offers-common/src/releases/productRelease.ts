import { z } from 'zod';
import { PRODUCT_RELEASE_STATUSES } from '../vocabulary';
import { releaseVersionSchema } from '../content/product';
import { ProblemCode } from '../problemTable';
import { entityRefSchema } from '../refs';

/** What a product release can be: made, running for consumers, or taken back. @public */
export const productReleaseStatusSchema = z
  .enum(PRODUCT_RELEASE_STATUSES)
  .meta({ id: 'ProductReleaseStatus' });

/** A status of a product release. @public */
export type ProductReleaseStatus = z.infer<typeof productReleaseStatusSchema>;

/** One product release: a version of a product of the software catalogue. @public */
export const productReleaseRefSchema = z
  .strictObject({ product: entityRefSchema, version: releaseVersionSchema })
  .meta({ id: 'ProductReleaseRef' });

/** One product release. @public */
export type ProductReleaseRef = z.infer<typeof productReleaseRefSchema>;

/** A status and the instant from which it holds. @public */
export interface StatusChange {
  status: ProductReleaseStatus;
  /** UTC instant */
  at: string;
}

/**
 * The one table of what may follow what; what it does not list is refused. A deployed release cannot
 * become merely released again: a build that runs anew would stop every offer that needs it.
 * @public
 */
export const productReleaseTransitions: Readonly<
  Record<ProductReleaseStatus | 'unknown', readonly ProductReleaseStatus[]>
> = {
  unknown: ['released', 'deployed'],
  released: ['deployed', 'withdrawn'],
  deployed: ['withdrawn'],
  withdrawn: ['deployed'],
};

/**
 * The status of a product release at an instant; undefined before its first.
 * @param history - its statuses in the order in which they were recorded
 * @public
 */
export function productReleaseStatusAt(
  history: readonly StatusChange[],
  at: string,
): ProductReleaseStatus | undefined {
  return history.filter(change => change.at <= at).at(-1)?.status;
}

/**
 * Whether a product release counts as deployed at an instant, past or ahead: its last status at or
 * before it is `deployed`. A release that nobody reported has no history, and is not deployed.
 * @public
 */
export function deployedAt(history: readonly StatusChange[], at: string): boolean {
  return productReleaseStatusAt(history, at) === 'deployed';
}

/** How far the clock of whoever reports may be ahead, in milliseconds. */
const CLOCKS_APART = 60_000;

/** What a report of a status comes to. @public */
export type ReportVerdict =
  | { outcome: 'change'; at: string }
  | { outcome: 'repeat' }
  | { outcome: 'refused'; code: ProblemCode; field: 'status' | 'at'; remedy: string };

/**
 * What a report of a status comes to. A status that holds already, or that was reported for the same
 * instant before, is a repeat and changes nothing (rule 5): pipelines and events come more than once.
 *
 * @param history - the statuses so far, in the order in which they were recorded
 * @param report - the status, and from when it holds; now unless told
 * @param now - UTC instant
 * @public
 */
export function judgeReport(
  history: readonly StatusChange[],
  report: { status: ProductReleaseStatus; at?: string | undefined },
  now: string,
): ReportVerdict {
  const { status, at } = report;
  const last = history.at(-1);
  const isKnown = history.some(change => change.status === status && change.at === at);
  if (last?.status === status || isKnown) return { outcome: 'repeat' };
  if (at !== undefined && Date.parse(at) > Date.parse(now) + CLOCKS_APART) {
    return refused('invalid-input', 'at', 'Report a status once it holds, not ahead of time');
  }
  if (!productReleaseTransitions[last?.status ?? 'unknown'].includes(status)) {
    return refused('wrong-state', 'status', remedyFor(last?.status));
  }
  if (last && at !== undefined && at < last.at) {
    return refused(
      'wrong-state',
      'at',
      `It is ${last.status} since ${last.at}; give a later instant`,
    );
  }
  // Another clock may have put the last status a moment ahead of this one.
  return { outcome: 'change', at: at ?? (last && last.at > now ? last.at : now) };
}

function refused(code: ProblemCode, field: 'status' | 'at', remedy: string): ReportVerdict {
  return { outcome: 'refused', code, field, remedy };
}

function remedyFor(status: ProductReleaseStatus | undefined): string {
  const words = productReleaseTransitions[status ?? 'unknown'].join(' or ');
  return status ? `It is ${status}: report ${words}` : `Report it as ${words} first`;
}
