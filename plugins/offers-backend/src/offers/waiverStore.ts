import { Waiver, waivableCriterionSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { readBy, Reading } from '../database/Reading';

interface WaiverRow {
  id: string;
  offer_id: string;
  criterion: string;
  reason: string;
  granted_by: string;
  granted_at: string;
  until_at: string;
  revoked_by: string | null;
  revoked_at: string | null;
}

/** Adds a waiver. */
export async function insertWaiver(tx: Connection, waiver: Waiver): Promise<void> {
  await tx<WaiverRow>('waivers').insert({
    id: waiver.id,
    offer_id: waiver.offerId,
    criterion: waiver.criterion,
    reason: waiver.reason,
    granted_by: waiver.grantedBy,
    granted_at: waiver.grantedAt,
    until_at: waiver.until,
    revoked_by: null,
    revoked_at: null,
  });
}

/** Revokes a waiver that still counts; says whether it did. */
export async function revokeWaiver(
  tx: Connection,
  { offerId, id }: { offerId: string; id: string },
  by: string,
  at: string,
): Promise<boolean> {
  const revoked = await tx<WaiverRow>('waivers')
    .where({ id, offer_id: offerId })
    .whereNull('revoked_at')
    .where('until_at', '>', at)
    .update({ revoked_by: by, revoked_at: at });
  return revoked === 1;
}

/** One waiver of an offer. */
export async function selectWaiver(
  knex: Connection,
  { offerId, id }: { offerId: string; id: string },
): Promise<Waiver | undefined> {
  const row = await knex<WaiverRow>('waivers').where({ id, offer_id: offerId }).first();
  return row && fromRow(row);
}

/** The waivers that were not revoked, ended ones among them. */
export const WAIVERS: Reading<WaiverRow, Waiver> = {
  name: 'waivers',
  tables: ['waivers'],
  from: 'waivers',
  columns: [
    'id',
    'offer_id',
    'criterion',
    'reason',
    'granted_by',
    'granted_at',
    'until_at',
    'revoked_by',
    'revoked_at',
  ],
  by: 'offer_id',
  and: 'revoked_at is null',
  order: 'offer_id, until_at, id',
  of: fromRow,
};

/** The waivers of some offers that were not revoked and have not ended at an instant. */
export async function selectWaivers(
  knex: Connection,
  offerIds: readonly string[],
  at: string,
): Promise<Waiver[]> {
  return (await readBy(knex, WAIVERS, offerIds)).filter(({ until }) => until > at);
}

function fromRow(row: WaiverRow): Waiver {
  return {
    id: row.id,
    offerId: row.offer_id,
    criterion: waivableCriterionSchema.parse(row.criterion),
    reason: row.reason,
    grantedBy: row.granted_by,
    grantedAt: row.granted_at,
    until: row.until_at,
    ...(row.revoked_by ? { revokedBy: row.revoked_by } : {}),
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
  };
}
