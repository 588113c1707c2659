import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of an offer, for conditional decisions. @public */
export const RESOURCE_TYPE_OFFER = 'service-offer';

/** Read an offer beyond what the audience sees: drafts, cost, margin, plans. @public */
export const offerReadPermission = createPermission({
  name: 'offers.offer.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_OFFER,
});

/** Browse the published offers whose audience holds the person. @public */
export const catalogueReadPermission = createPermission({
  name: 'offers.catalogue.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_OFFER,
});

/** Create an offer. @public */
export const offerCreatePermission = createPermission({
  name: 'offers.offer.create',
  attributes: { action: 'create' },
});

/** Edit the draft of an offer. @public */
export const offerUpdatePermission = createPermission({
  name: 'offers.offer.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_OFFER,
});

/** Read release plans, their gates and decisions. @public */
export const planReadPermission = createPermission({
  name: 'offers.plan.read',
  attributes: { action: 'read' },
});

/** Create, change, submit and cancel release plans. @public */
export const planManagePermission = createPermission({
  name: 'offers.plan.manage',
  attributes: { action: 'update' },
});

/** Decide on a release plan; who is an approver is decided by the approval policy, always. @public */
export const planDecidePermission = createPermission({
  name: 'offers.plan.decide',
  attributes: { action: 'update' },
});

/** Approve a plan alone, in an emergency; who may is decided by the approval policy, always. @public */
export const planBreakGlassPermission = createPermission({
  name: 'offers.plan.break-glass',
  attributes: { action: 'update' },
});

/** Release an approved plan. @public */
export const planReleasePermission = createPermission({
  name: 'offers.plan.release',
  attributes: { action: 'update' },
});

/** Read demand: the own, or all of it for staff. @public */
export const demandReadPermission = createPermission({
  name: 'offers.demand.read',
  attributes: { action: 'read' },
});

/** Raise demand. @public */
export const demandRaisePermission = createPermission({
  name: 'offers.demand.raise',
  attributes: { action: 'create' },
});

/** Triage, merge, decline, plan and reopen demand. @public */
export const demandManagePermission = createPermission({
  name: 'offers.demand.manage',
  attributes: { action: 'update' },
});

/** Read product releases and their history. @public */
export const productReleaseReadPermission = createPermission({
  name: 'offers.product-release.read',
  attributes: { action: 'read' },
});

/** Report a status of a product release: a pipeline's service token, or a person. @public */
export const productReleaseReportPermission = createPermission({
  name: 'offers.product-release.report',
  attributes: { action: 'create' },
});

/** Suspend and resume published offers, and act on their rings. @public */
export const offerOperatePermission = createPermission({
  name: 'offers.offer.operate',
  attributes: { action: 'update' },
});

/** Let a criterion of an offer pass; whose role may is decided by the configuration, always. @public */
export const waiverGrantPermission = createPermission({
  name: 'offers.waiver.grant',
  attributes: { action: 'update' },
});

/** Import offers from a source. @public */
export const sourceImportPermission = createPermission({
  name: 'offers.source.import',
  attributes: { action: 'create' },
});

/** Read the price lists and parties that offers refer to. @public */
export const referenceReadPermission = createPermission({
  name: 'offers.reference.read',
  attributes: { action: 'read' },
});

/** Keep, change and retire the price lists and parties that offers refer to. @public */
export const referenceManagePermission = createPermission({
  name: 'offers.reference.manage',
  attributes: { action: 'update' },
});

/** Read what every signed-in person may see, for the index of the portal's search: a service token. @public */
export const publicOfferReadPermission = createPermission({
  name: 'offers.public-offer.read',
  attributes: { action: 'read' },
});

/** Read the figures of the value stream; those of cost need `offers.offer.read` too. @public */
export const reportReadPermission = createPermission({
  name: 'offers.report.read',
  attributes: { action: 'read' },
});

/** Read the audit log. @public */
export const auditReadPermission = createPermission({
  name: 'offers.audit.read',
  attributes: { action: 'read' },
});

/** Claim deliveries that are due: the bot's service token. @public */
export const deliveryClaimPermission = createPermission({
  name: 'offers.delivery.claim',
  attributes: { action: 'update' },
});

/** Report what became of a claimed delivery: the bot's service token. @public */
export const deliverySettlePermission = createPermission({
  name: 'offers.delivery.settle',
  attributes: { action: 'update' },
});

/** Read what could not be delivered, and send it again. @public */
export const deliveryManagePermission = createPermission({
  name: 'offers.delivery.manage',
  attributes: { action: 'update' },
});

/** Link Slack accounts that told a code, and note refusals: the bot's service token. @public */
export const slackLinkPermission = createPermission({
  name: 'offers.slack.link',
  attributes: { action: 'update' },
});

/** Read which Slack accounts are linked, and end the link of another person. @public */
export const slackLinkManagePermission = createPermission({
  name: 'offers.slack-link.manage',
  attributes: { action: 'update' },
});

/** Ask which user has linked a Slack account: the portal's own sign-in. @public */
export const slackPersonReadPermission = createPermission({
  name: 'offers.slack-person.read',
  attributes: { action: 'read' },
});

/** Keep the sealed installations of the Slack app: the bot's service token. @public */
export const slackInstallationPermission = createPermission({
  name: 'offers.slack-installation.manage',
  attributes: { action: 'update' },
});

/** Every permission of the plugin. @public */
export const offersPermissions = [
  offerReadPermission,
  catalogueReadPermission,
  offerCreatePermission,
  offerUpdatePermission,
  planReadPermission,
  planManagePermission,
  planDecidePermission,
  planBreakGlassPermission,
  planReleasePermission,
  waiverGrantPermission,
  demandReadPermission,
  demandRaisePermission,
  demandManagePermission,
  offerOperatePermission,
  productReleaseReadPermission,
  productReleaseReportPermission,
  sourceImportPermission,
  referenceReadPermission,
  referenceManagePermission,
  publicOfferReadPermission,
  reportReadPermission,
  auditReadPermission,
  deliveryClaimPermission,
  deliverySettlePermission,
  deliveryManagePermission,
  slackLinkPermission,
  slackLinkManagePermission,
  slackPersonReadPermission,
  slackInstallationPermission,
];
