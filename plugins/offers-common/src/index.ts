/**
 * The language and the rules of Offerdesk: schemas, lifecycle, gates, explain, pricing, impact,
 * permissions and the client. Pure: no I/O, no clock, no Node, no React.
 *
 * @packageDocumentation
 */
export * from './api/audit';
export * from './api/catalogue';
export type { JsonObject } from './api/components';
export * from './api/deliveries';
export * from './api/offers';
export * from './api/openapi';
export * from './api/operation';
export * from './api/operations';
export * from './api/others';
export * from './api/paging';
export * from './api/plans';
export * from './api/releases';
export * from './approval/approval';
export * from './audience/audience';
export * from './audit/chain';
export * from './audit/signal';
export * from './audit/subjects';
export * from './client/OffersClient';
export * from './content/access';
export * from './content/bundle';
export * from './content/content';
export * from './content/contentHash';
export * from './content/information';
export * from './content/json';
export * from './content/knowledge';
export * from './content/options';
export * from './content/plans';
export * from './content/pricing';
export * from './content/product';
export * from './content/succession';
export * from './content/terms';
export * from './content/upgrade';
export * from './content/validity';
export * from './explain/explain';
export * from './explain/viewer';
export { reasonSchema } from './explain/reasons';
export type { Reason } from './explain/reasons';
export * from './gates/defineExit';
export * from './gates/gate';
export * from './gates/implementExit';
export * from './gates/publishEntry';
export * from './impact/impact';
export * from './instant';
export * from './lifecycle/planStates';
export * from './lifecycle/publicState';
export * from './lifecycle/states';
export * from './money';
export * from './options/checkOptions';
export * from './permissions';
export * from './pricing/margin';
export * from './problems';
export * from './refs';
export * from './releases/productRelease';
export * from './roles';
export * from './timeline/deployed';
export * from './timeline/ringBucket';
export * from './timeline/ringStages';
export * from './timeline/segments';
export * from './timeline/serving';
export * from './timeline/timeline';
