import { z } from 'zod';
import { deliveryClaimPermission, deliverySettlePermission } from '../permissions';
import { idSchema } from '../refs';
import {
  auditCheckSchema,
  auditFiltersSchema,
  auditLinkSchema,
  auditPageSchema,
  auditQuerySchema,
} from './audit';
import { claimedSchema, claimSchema, settledSchema, settleSchema } from './deliveries';
import { driftReportSchema } from './drift';
import { operation } from './operation';
import { categoriesSchema, importReportSchema, meSchema, sourcesSchema } from './others';

const byId = z.strictObject({ id: idSchema });
const bySource = z.strictObject({ id: z.string().min(1).max(63) });

/** The operations of the bot on deliveries. */
export const deliveryOperations = {
  claimDeliveries: operation({
    method: 'post',
    path: '/deliveries/claim',
    summary: 'Claim deliveries that are due',
    tag: 'deliveries',
    caller: 'service',
    servicePermission: deliveryClaimPermission,
    body: claimSchema,
    status: 200,
    response: claimedSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  settleDelivery: operation({
    method: 'post',
    path: '/deliveries/:id/settle',
    summary: 'Say what became of a claimed delivery',
    tag: 'deliveries',
    caller: 'service',
    servicePermission: deliverySettlePermission,
    params: byId,
    body: settleSchema,
    status: 200,
    response: settledSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'lease-lost'],
  }),
};

/** The operations on sources. */
export const sourceOperations = {
  listSources: operation({
    method: 'get',
    path: '/sources',
    summary: 'The places that offers can be imported from',
    tag: 'sources',
    caller: 'user',
    status: 200,
    response: sourcesSchema,
    problems: ['not-signed-in', 'not-allowed'],
  }),
  importSource: operation({
    method: 'post',
    path: '/sources/:id/imports',
    summary: 'Import every row of a source as draft offers',
    tag: 'sources',
    caller: 'user',
    params: bySource,
    idempotent: true,
    status: 201,
    response: importReportSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'source-failed'],
  }),
  latestImport: operation({
    method: 'get',
    path: '/sources/:id/imports/latest',
    summary: 'What the latest import of a source did, row by row',
    tag: 'sources',
    caller: 'user',
    params: bySource,
    status: 200,
    response: importReportSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  sourceDrift: operation({
    method: 'get',
    path: '/sources/:id/drift',
    summary: 'Where a source, read now, and the offers that came from it have come apart',
    tag: 'sources',
    caller: 'user',
    params: bySource,
    status: 200,
    response: driftReportSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'source-failed'],
  }),
};

/** What is neither offer nor plan. */
export const otherOperations = {
  me: operation({
    method: 'get',
    path: '/me',
    summary: 'Who is asking, and what they may do',
    tag: 'others',
    caller: 'user',
    status: 200,
    response: meSchema,
    problems: ['not-signed-in'],
  }),
  categories: operation({
    method: 'get',
    path: '/categories',
    summary: 'The categories that there are now, in the order of the tree',
    tag: 'others',
    caller: 'user',
    status: 200,
    response: categoriesSchema,
    problems: ['not-signed-in'],
  }),
};

/** The operations on the audit log. */
export const auditOperations = {
  audit: operation({
    method: 'get',
    path: '/audit',
    summary: 'The audit log, latest first',
    tag: 'others',
    caller: 'user',
    query: auditQuerySchema,
    status: 200,
    response: auditPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  checkAudit: operation({
    method: 'get',
    path: '/audit/check',
    summary: 'Whether the audit log is whole, and else its first entry that was touched',
    tag: 'others',
    caller: 'user',
    status: 200,
    response: auditCheckSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  exportAudit: operation({
    method: 'get',
    path: '/audit/export',
    summary: 'The audit log as JSON Lines, first entry first, with the hashes that chain it',
    tag: 'others',
    caller: 'user',
    query: auditFiltersSchema,
    status: 200,
    stream: 'ndjson',
    response: auditLinkSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
