import {
  ProductRelease,
  ProductReleasePage,
  productReleaseReadPermission,
  ProductReleaseRef,
  ProductReleasesQuery,
  StatusChange,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { latestAfter, latestPage } from '../api/latestPage';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { holdName } from '../database/heldName';
import { found, Refusal } from '../refusal';
import { nameToHold, selectRelease, selectReleases, selectStatusesOf } from './store';
import { releaseSummary, releaseView } from './view';

/** A page of product releases, latest change first. */
export async function listProductReleases(
  ctx: Context,
  actor: Actor,
  { cursor, ...query }: ProductReleasesQuery,
): Promise<ProductReleasePage> {
  await requireReleaseReader(ctx, actor);
  const rows = await selectReleases(ctx.db.knex, { query, after: latestAfter(cursor) });
  const { page, next } = latestPage(rows, query.limit);
  return { items: page.map(releaseSummary), ...next };
}

/** One product release with its history. */
export async function getProductRelease(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<ProductRelease> {
  await requireReleaseReader(ctx, actor);
  return releaseView(ctx.db.knex, found(await selectRelease(ctx.db.knex, id)));
}

/** A product release that something needs, with every status that it has had; see `deployedAt`. */
export interface Deployment extends ProductReleaseRef {
  history: StatusChange[];
}

/** What became of the product releases that something needs, in the order of the needs. */
export async function deploymentsOf(
  connection: Connection,
  needs: readonly ProductReleaseRef[],
): Promise<Deployment[]> {
  if (needs.length === 0) return [];
  const known = await selectStatusesOf(connection, needs);
  return needs.map(({ product, version }) => ({
    product,
    version,
    history: known
      .filter(change => change.product === product && change.version === version)
      .map(({ status, at }) => ({ status, at })),
  }));
}

/**
 * Holds product releases as they are until the transaction ends, also those that nobody reported yet: what is computed
 * from them is not overtaken by a report.
 */
export async function holdReleases(
  tx: Knex.Transaction,
  needs: readonly ProductReleaseRef[],
): Promise<void> {
  for (const name of [...new Set(needs.map(nameToHold))].sort()) {
    await holdName(tx, name, 'together');
  }
}

/** @throws Refusal `not-allowed` when the person is no staff: product releases tell of what is to come */
async function requireReleaseReader(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('readAll')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, productReleaseReadPermission);
}
