import type { OperationDefinition } from '../api/operation';
import type { OperationId, Operations } from '../api/operations';

/** The method and path of an operation, as one text; `lines of` where its answer is JSON Lines. */
type RouteOf<T extends OperationDefinition> = T extends { stream: 'ndjson' }
  ? `lines of ${T['method']} ${T['path']}`
  : `${T['method']} ${T['path']}`;

/**
 * Where each operation is asked. The table of operations says the same beside schemas that a browser would have to load for
 * nothing: here the compiler, by the types alone, lets no line be missing or say anything else.
 */
const routes: { readonly [Id in OperationId]: RouteOf<Operations[Id]> } = {
  browseOffers: 'get /catalogue/offers',
  browseFields: 'get /catalogue/offer-fields',
  offersById: 'get /catalogue/offers-by-id',
  offersByEntity: 'post /catalogue/offers-by-entity',
  publicOffers: 'get /catalogue/public-offers',
  facets: 'get /catalogue/facets',
  offerPage: 'get /catalogue/offers/:name',
  linkPreview: 'get /catalogue/offers/:name/link-preview',
  offerStory: 'get /catalogue/offers/:name/story',
  explainOffer: 'get /catalogue/offers/:name/explanation',
  previewDraft: 'get /offers/:id/draft/preview',
  catalogues: 'get /catalogues',
  categoryTree: 'get /catalogue/categories',
  views: 'get /catalogue/views',
  readStructure: 'get /structure',
  listOffers: 'get /offers',
  createOffer: 'post /offers',
  getOffer: 'get /offers/:id',
  putDraft: 'put /offers/:id/draft',
  startNextVersion: 'post /offers/:id/drafts',
  discardDraft: 'post /offers/:id/draft/discard',
  grantWaiver: 'post /offers/:id/waivers',
  revokeWaiver: 'post /offers/:id/waivers/:waiver/revoke',
  listPlans: 'get /plans',
  createPlan: 'post /plans',
  planCalendar: 'get /plan-calendar',
  getPlan: 'get /plans/:id',
  patchPlan: 'patch /plans/:id',
  submitPlan: 'post /plans/:id/submit',
  decide: 'post /plans/:id/decisions',
  breakGlass: 'post /plans/:id/break-glass',
  implementPlan: 'post /plans/:id/implement',
  readyPlan: 'post /plans/:id/ready',
  tellStakeholders: 'post /plans/:id/tell',
  previewRelease: 'get /plans/:id/release',
  releasePlan: 'post /plans/:id/release',
  cancelPlan: 'post /plans/:id/cancel',
  listPlanComments: 'get /plans/:id/comments',
  commentOnPlan: 'post /plans/:id/comments',
  planOfMessage: 'get /plan-messages',
  waitingPlans: 'get /waiting-plans',
  getOfferLife: 'get /offers/:id/life',
  previewAct: 'get /offers/:id/act-preview',
  suspendOffer: 'post /offers/:id/suspensions',
  resumeOffer: 'post /offers/:id/resume',
  reviewSuspension: 'post /offers/:id/suspensions/:suspension/review',
  actOnRing: 'post /offers/:id/versions/:number/rings',
  rollBackOffer: 'post /offers/:id/roll-back',
  listDelegations: 'get /delegations',
  createDelegation: 'post /delegations',
  revokeDelegation: 'post /delegations/:id/revoke',
  listProductReleases: 'get /product-releases',
  getProductRelease: 'get /product-releases/:id',
  reportProductRelease: 'post /product-releases',
  listDemands: 'get /demands',
  raiseDemand: 'post /demands',
  getDemand: 'get /demands/:id',
  triageDemand: 'post /demands/:id/triage',
  mergeDemand: 'post /demands/:id/merge',
  declineDemand: 'post /demands/:id/decline',
  reopenDemand: 'post /demands/:id/reopen',
  planDemand: 'post /demands/:id/plan',
  quoteOffer: 'post /catalogue/offers/:name/quote',
  previewRecalculation: 'post /price-recalculations/preview',
  planRecalculation: 'post /price-recalculations',
  listPriceLists: 'get /price-lists',
  createPriceList: 'post /price-lists',
  getPriceList: 'get /price-lists/:id',
  changePriceList: 'put /price-lists/:id',
  retirePriceList: 'post /price-lists/:id/retire',
  listParties: 'get /parties',
  createParty: 'post /parties',
  getParty: 'get /parties/:id',
  changeParty: 'put /parties/:id',
  retireParty: 'post /parties/:id/retire',
  announcementPreferences: 'get /me/announcements',
  patchAnnouncementPreferences: 'patch /me/announcements',
  watchedOffers: 'get /me/watched-offers',
  watchOffer: 'put /me/watched-offers/:id',
  offerNews: 'get /catalogue/offers/:name/news',
  listAnnouncements: 'get /offers/:id/announcements',
  announcementReach: 'get /offers/:id/announcement-reach',
  announceOffer: 'post /offers/:id/announcements',
  correctAnnouncement: 'post /announcements/:id/corrections',
  listFailedDeliveries: 'get /deliveries/failed',
  retryDelivery: 'post /deliveries/:id/retry',
  claimDeliveries: 'post /deliveries/claim',
  settleDelivery: 'post /deliveries/:id/settle',
  listSources: 'get /sources',
  importSource: 'post /sources/:id/imports',
  latestImport: 'get /sources/:id/imports/latest',
  sourceDrift: 'get /sources/:id/drift',
  me: 'get /me',
  categories: 'get /categories',
  audit: 'get /audit',
  checkAudit: 'get /audit/check',
  exportAudit: 'lines of get /audit/export',
  valueStreamReport: 'get /reports/value-stream',
  mySlackLinks: 'get /slack/links',
  createLinkCode: 'post /slack/link-codes',
  checkLinkCode: 'post /slack/link-codes/check',
  acceptLinkCode: 'post /slack/links',
  removeSlackLink: 'post /slack/links/:id/remove',
  listSlackLinks: 'get /slack/all-links',
  endSlackLink: 'post /slack/all-links/:id/end',
  beginSlackLink: 'post /slack/link-requests',
  completeSlackLink: 'post /slack/link-completions',
  slackPerson: 'get /slack/people/:teamId/:slackUserId',
  noteSlackRefusal: 'post /slack/refusals',
  slackInstallations: 'get /slack/installations',
  putSlackInstallation: 'put /slack/installations/:teamId',
  removeSlackInstallation: 'post /slack/installations/:teamId/remove',
};

/** How an operation is asked. */
export interface Route {
  method: string;
  /** below the plugin's base, with `:name` parameters */
  path: string;
  /** whether the answer is JSON Lines */
  streams: boolean;
}

/** How an operation is asked. */
export function routeOf(id: OperationId): Route {
  const [path = '', method = '', ...lines] = routes[id].split(' ').reverse();
  return { method, path, streams: lines.length > 0 };
}
