import {
  judgeReport,
  ProductRelease,
  ProductReleaseSource,
  ReportProductRelease,
  ReportVerdict,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Context, Doer, nowOf } from '../context';
import { Refusal } from '../refusal';
import { appendStatus, lockRelease, selectStatuses, StoredRelease, updateRelease } from './store';
import { releaseView } from './view';

/** Who tells of a status, and how it came. */
export interface Reporter extends Doer {
  source: ProductReleaseSource;
}

/**
 * Stores a status of a product release; what is known already changes nothing. What other rooms do
 * about it is part of the same transaction.
 *
 * @param key - the Idempotency-Key, where the report has one
 * @throws Refusal `invalid-input`, `wrong-state`
 */
export async function reportProductRelease(
  ctx: Context,
  by: Reporter,
  report: ReportProductRelease,
  key?: string,
): Promise<ProductRelease> {
  const now = nowOf(ctx);
  return ctx.db.transaction(tx =>
    key === undefined
      ? storeReport(ctx, tx, by, report, now)
      : once(
          tx,
          { caller: by.ref, key, operation: 'reportProductRelease', input: report },
          now,
          () => storeReport(ctx, tx, by, report, now),
        ),
  );
}

async function storeReport(
  ctx: Context,
  tx: Knex.Transaction,
  by: Reporter,
  report: ReportProductRelease,
  now: string,
): Promise<ProductRelease> {
  for (const lock of ctx.reactions.productReleaseReported) await lock(tx, report);
  const release = await lockRelease(tx, newRelease(ctx, by, report, now));
  const history = await selectStatuses(tx, release.id);
  const verdict = judgeReport(history, report, now);
  if (verdict.outcome === 'refused') throw refusalOf(verdict, report);
  if (verdict.outcome === 'repeat') return releaseView(tx, release);
  const { status } = report;
  const { at } = verdict;
  const changed: StoredRelease = {
    ...release,
    status,
    since: at,
    notes: report.notes ?? release.notes,
    url: report.url ?? release.url,
    updatedAt: now,
  };
  await updateRelease(tx, changed);
  await appendStatus(tx, release.id, history.length + 1, {
    status,
    at,
    actor: by.ref,
    source: by.source,
  });
  await tell(tx, by, changed, now);
  await react(ctx, tx, by, changed, { isFirst: history.length === 0, reportedAt: now });
  return releaseView(tx, changed);
}

async function tell(
  tx: Knex.Transaction,
  by: Reporter,
  { id, product, version, status, since }: StoredRelease,
  at: string,
): Promise<void> {
  await record(tx, {
    at,
    actor: by.ref,
    surface: by.surface,
    action: `product-release.${status}`,
    subjectKind: 'product-release',
    subjectId: id,
    change: { product, version, status, since, source: by.source },
  });
}

async function react(
  ctx: Context,
  tx: Knex.Transaction,
  by: Reporter,
  { product, version, status, since, notes, url }: StoredRelease,
  report: { isFirst: boolean; reportedAt: string },
): Promise<void> {
  for (const reaction of ctx.reactions.productReleaseChanged) {
    await reaction(ctx, tx, by, { product, version, status, at: since, notes, url, ...report });
  }
}

function newRelease(
  ctx: Context,
  by: Reporter,
  { product, version, status, at, notes, url }: ReportProductRelease,
  now: string,
): StoredRelease {
  return {
    id: ctx.newId(),
    product,
    version,
    status,
    since: at ?? now,
    notes: notes ?? '',
    url,
    createdAt: now,
    createdBy: by.ref,
    updatedAt: now,
  };
}

function refusalOf(
  { code, field, remedy }: Extract<ReportVerdict, { outcome: 'refused' }>,
  { product, version }: ReportProductRelease,
): Refusal {
  return new Refusal(code, {
    message: `${product} ${version}: ${remedy}.`,
    fields: [{ field, remedy }],
  });
}
