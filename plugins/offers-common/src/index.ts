/**
 * The language and the rules of Offerdesk: schemas, lifecycle, gates, explain, pricing, impact,
 * permissions and the client. Pure: no I/O, no clock, no Node, no React.
 *
 * @packageDocumentation
 */
export * from './api/announcements';
export * from './api/audit';
export * from './api/browse';
export * from './api/catalogue';
export type { JsonObject } from './api/components';
export * from './api/deliveries';
export * from './api/drift';
export * from './api/planCard';
export * from './api/planComments';
export * from './api/waitingPlans';
export * from './api/watches';
export * from './api/demand';
export * from './api/demandNotice';
export * from './api/offers';
export * from './api/offerInput';
export * from './api/openapi';
export * from './api/operation';
export * from './api/operations';
export * from './api/others';
export * from './api/paging';
export * from './api/planInput';
export { newPlanFields, offersPlanSchema, planHeadPatchSchema } from './api/planFields';
export * from './api/plans';
export * from './api/publishing';
export * from './api/releases';
export * from './api/structure';
export * from './api/pricing';
export * from './api/recalculation';
export * from './api/references';
export * from './slack/errors';
export * from './slack/ids';
export * from './slack/readError';
export * from './api/publicOffers';
export * from './api/reports';
export * from './slack/installations';
export * from './slack/links';
export * from './announcements/byHand';
export * from './announcements/digests';
export * from './announcements/held';
export * from './announcements/routing';
export * from './announcements/usualPreferences';
export * from './approval/approval';
export * from './approval/asked';
export * from './approval/breakGlass';
export * from './approval/conditions';
export * from './approval/decide';
export * from './approval/delegation';
export * from './approval/enough';
export * from './approval/facts';
export * from './approval/policy';
export { type PriceChange } from './approval/priceChanges';
export * from './approval/progress';
export * from './approval/quietHours';
export * from './approval/reminders';
export * from './audience/audience';
export * from './audit/chain';
export * from './audit/signal';
export * from './audit/subjects';
export * from './bounds';
export * from './bundle/bundleMargins';
export {
  isPricedByMembers,
  judgedPricing,
  ownPriceLists,
  type MemberOf,
  type Priced,
} from './bundle/bundlePricing';
export * from './bundle/bundleReach';
export * from './bundle/graph';
export { asksForMore, fills, orderNeeds, type OrderNeeds } from './bundle/orderNeeds';
export * from './bundle/stepTitles';
export * from './client/OffersClient';
export * from './client/OffersProblem';
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
export * from './demand/carriesProduct';
export * from './demand/demand';
export * from './demand/demandNotice';
export * from './demand/demandStates';
export * from './demand/namesOffers';
export * from './explain/explain';
export * from './explain/viewer';
export { reasonSchema } from './explain/reasons';
export type { Reason } from './explain/reasons';
export * from './gates/bundleCriteria';
export * from './gates/defineExit';
export * from './gates/gate';
export * from './gates/healthSpans';
export * from './gates/isBlocking';
export * from './gates/implementExit';
export * from './gates/publishEntry';
export type { PlannedContent } from './gates/scenarioCriteria';
export type { TerminationFacts } from './gates/terminationCriteria';
export * from './gates/waivers';
export * from './impact/differences';
export * from './impact/impact';
export * from './impact/marginWords';
export * from './instant';
export * from './instantWords';
export * from './interaction';
export * from './lifecycle/planStates';
export * from './lifecycle/publicState';
export * from './lifecycle/states';
export {
  currencyDigits,
  formatAmount,
  isAmount,
  isAtMost,
  isCurrency,
  sumAmounts,
} from './amounts';
export * from './money';
export * from './options/checkOptions';
export * from './permissions';
export * from './plan/planTitle';
export * from './plan/calendar';
export * from './plan/changes';
export * from './plan/scenario';
export * from './plan/scenarios';
export * from './plan/planTurn';
export * from './plan/terminations';
export * from './pricing/agreedPrices';
export * from './pricing/choosePriceList';
export { firstYearPrice, marginSchema, marginsOf, type Margin } from './pricing/margin';
export * from './pricing/quote';
export * from './pricing/quoteAnswer';
export { type Estimates } from './pricing/usage';
export * from './pricing/recalculable';
export * from './pricing/recalculate';
export { type QuotedMember } from './pricing/resolve';
export * from './pricing/tiers';
export * from './problems';
export { problemTable, type ProblemCode } from './problemTable';
export * from './references/kept';
export * from './refs';
export * from './releases/productRelease';
export * from './roles';
export * from './structure/changes';
export * from './structure/changeTitle';
export * from './structure/changeWords';
export * from './structure/criteria';
export * from './structure/faults';
export * from './structure/leaving';
export * from './structure/places';
export * from './structure/structure';
export * from './structure/structureAt';
export * from './structure/tree';
export * from './structure/viewFilter';
export * from './timeline/acts';
export * from './timeline/deployed';
export * from './timeline/ringBucket';
export * from './timeline/ringRules';
export * from './timeline/ringStages';
export * from './timeline/segments';
export * from './timeline/serving';
export * from './timeline/servingFrom';
export * from './timeline/timeline';
export * from './vocabulary';
