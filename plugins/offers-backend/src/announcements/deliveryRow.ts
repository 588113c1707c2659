import {
  DeliveryKind,
  deliveryKindSchema,
  DeliveryState,
  deliveryStateSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { Reading } from '../database/Reading';

/** A delivery as it is stored. */
export interface StoredDelivery {
  id: string;
  key: string;
  lane: string;
  kind: DeliveryKind;
  act: 'post' | 'update' | 'reply';
  targetKind: 'person' | 'channel';
  target: string;
  /** the plan that it is about; of one about a demand there is none */
  planId: string | undefined;
  demandId: string | undefined;
  announcementId: string | undefined;
  baseId: string | undefined;
  detail: string;
  state: DeliveryState;
  dueAt: string;
  attempts: number;
  mayHavePosted: boolean;
  firstAttemptAt: string | undefined;
  token: string | undefined;
  leaseUntil: string | undefined;
  messageChannel: string | undefined;
  messageTs: string | undefined;
  error: string | undefined;
  sentAt: string | undefined;
}

/** A row of deliveries. */
export interface DeliveryRow {
  seq: number;
  id: string;
  key: string;
  lane: string;
  kind: string;
  act: string;
  target_kind: string;
  target: string;
  plan_id: string | null;
  demand_id: string | null;
  announcement_id: string | null;
  base_id: string | null;
  detail: string;
  state: string;
  due_at: string;
  /** when what waits for the end of a quiet time was due */
  held_from: string | null;
  attempts: number;
  may_have_posted: number;
  first_attempt_at: string | null;
  worker: string | null;
  token: string | null;
  lease_until: string | null;
  message_channel: string | null;
  message_ts: string | null;
  error: string | null;
  sent_at: string | null;
  created_at: string;
  notice: string | null;
  notice_token: string | null;
  notice_lease: string | null;
}

/** In the order in which they came about; PostgreSQL gives a number of eight bytes as a text. */
export const inOrder = (one: DeliveryRow, other: DeliveryRow) =>
  Number(one.seq) - Number(other.seq);

/** Deliveries by plan. */
export const DELIVERIES: Reading<DeliveryRow, StoredDelivery> = {
  name: 'deliveries',
  tables: ['deliveries'],
  from: 'deliveries',
  columns: [
    'id',
    'key',
    'lane',
    'kind',
    'act',
    'target_kind',
    'target',
    'plan_id',
    'demand_id',
    'announcement_id',
    'base_id',
    'detail',
    'state',
    'due_at',
    'attempts',
    'may_have_posted',
    'first_attempt_at',
    'token',
    'lease_until',
    'message_channel',
    'message_ts',
    'error',
    'sent_at',
  ],
  by: 'plan_id',
  order: 'seq',
  of: fromRow,
};

/** A delivery from its row. */
export function fromRow(row: DeliveryRow): StoredDelivery {
  return {
    id: row.id,
    key: row.key,
    lane: row.lane,
    kind: deliveryKindSchema.parse(row.kind),
    act: row.act === 'update' || row.act === 'reply' ? row.act : 'post',
    targetKind: row.target_kind === 'person' ? 'person' : 'channel',
    target: row.target,
    planId: row.plan_id ?? undefined,
    demandId: row.demand_id ?? undefined,
    announcementId: row.announcement_id ?? undefined,
    baseId: row.base_id ?? undefined,
    detail: row.detail,
    state: deliveryStateSchema.parse(row.state),
    dueAt: row.due_at,
    attempts: row.attempts,
    mayHavePosted: row.may_have_posted === 1,
    firstAttemptAt: row.first_attempt_at ?? undefined,
    token: row.token ?? undefined,
    leaseUntil: row.lease_until ?? undefined,
    messageChannel: row.message_channel ?? undefined,
    messageTs: row.message_ts ?? undefined,
    error: row.error ?? undefined,
    sentAt: row.sent_at ?? undefined,
  };
}
