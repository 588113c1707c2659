import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { AuthorizeResult, isPermission, PolicyDecision } from '@backstage/plugin-permission-common';
import { PolicyQuery } from '@backstage/plugin-permission-node';
import {
  auditReadPermission,
  capabilitiesOf,
  Capability,
  catalogueReadPermission,
  deliveryClaimPermission,
  deliveryManagePermission,
  deliverySettlePermission,
  offerCreatePermission,
  offerOperatePermission,
  offerReadPermission,
  offerUpdatePermission,
  planBreakGlassPermission,
  planDecidePermission,
  planManagePermission,
  planReadPermission,
  planReleasePermission,
  demandManagePermission,
  demandRaisePermission,
  demandReadPermission,
  productReleaseReadPermission,
  productReleaseReportPermission,
  referenceManagePermission,
  publicOfferReadPermission,
  referenceReadPermission,
  reportReadPermission,
  RoleMapping,
  rolesOf,
  slackInstallationPermission,
  slackLinkManagePermission,
  slackLinkPermission,
  slackPersonReadPermission,
  sourceImportPermission,
  waiverGrantPermission,
} from '@offerdesk/backstage-plugin-offers-common';
import {
  createOfferConditionalDecision,
  offerConditions,
} from '@offerdesk/backstage-plugin-offers-node';

/**
 * What a permission asks of a person: a capability of one of their roles, only to be signed in,
 * or more than any person can bring.
 */
type Need = Capability | 'signedIn' | 'service';

const needs: ReadonlyMap<string, Need> = new Map([
  // Whether an offer's audience holds the person is a rule of the domain, checked on every read.
  [catalogueReadPermission.name, 'signedIn'],
  [offerReadPermission.name, 'readAll'],
  [offerCreatePermission.name, 'createOffer'],
  [offerUpdatePermission.name, 'updateOffer'],
  // Staff by role and approvers read plans: a rule of the domain, checked on every read.
  [planReadPermission.name, 'signedIn'],
  [planManagePermission.name, 'managePlan'],
  // Approvers need not hold a role: the approval policy names them, and the domain checks it.
  [planDecidePermission.name, 'signedIn'],
  // Whose role may waive is the domain's own configuration.
  [waiverGrantPermission.name, 'signedIn'],
  [planBreakGlassPermission.name, 'signedIn'],
  [planReleasePermission.name, 'release'],
  // Everybody raises demand and reads their own; all of it is for staff, a rule of the domain.
  [demandReadPermission.name, 'signedIn'],
  [demandRaisePermission.name, 'signedIn'],
  [demandManagePermission.name, 'triageDemand'],
  [offerOperatePermission.name, 'operate'],
  [productReleaseReadPermission.name, 'readAll'],
  // A pipeline's service token never asks a policy: Backstage judges it by its access restrictions.
  [productReleaseReportPermission.name, 'reportProductRelease'],
  [sourceImportPermission.name, 'import'],
  // Staff and owners of offers read them: a rule of the domain, checked on every read.
  [referenceReadPermission.name, 'signedIn'],
  [referenceManagePermission.name, 'manageReferences'],
  [reportReadPermission.name, 'readAll'],
  [auditReadPermission.name, 'readAudit'],
  [deliveryManagePermission.name, 'manageDeliveries'],
  [slackLinkManagePermission.name, 'manageSlackLinks'],
  // For the bot's service token, which Backstage judges by its access restrictions.
  [deliveryClaimPermission.name, 'service'],
  [deliverySettlePermission.name, 'service'],
  [publicOfferReadPermission.name, 'service'],
  [slackLinkPermission.name, 'service'],
  [slackPersonReadPermission.name, 'service'],
  [slackInstallationPermission.name, 'service'],
]);

/**
 * Decides a permission of Service Offers by the roles that the person holds. An organisation that
 * has a policy of its own calls this from it, and narrows the answer as it likes.
 *
 * @param request - the permission that is asked for
 * @param user - who asks, as the service `userInfo` tells it; undefined for one who is not signed
 * in, who may do nothing with offers
 * @param roles - who holds each role, see `readRoleMapping` of offers-node
 * @returns ALLOW or DENY, or for reading offers the condition that the person's groups own them;
 * undefined when the permission is not one of Service Offers
 * @public
 */
export function decideOffers(
  request: PolicyQuery,
  user: BackstageUserInfo | undefined,
  roles: RoleMapping,
): PolicyDecision | undefined {
  const { permission } = request;
  if (!permission.name.startsWith('offers.')) return undefined;
  if (!user) return { result: AuthorizeResult.DENY };
  if (satisfies(needs.get(permission.name), user, roles)) return { result: AuthorizeResult.ALLOW };
  if (isPermission(permission, offerReadPermission)) return whereOwnedBy(permission, user);
  if (isPermission(permission, offerUpdatePermission)) return whereOwnedBy(permission, user);
  return { result: AuthorizeResult.DENY };
}

/** Who answers for an offer reads and edits its drafts, whatever roles they hold. */
function whereOwnedBy(
  permission: typeof offerReadPermission | typeof offerUpdatePermission,
  { ownershipEntityRefs }: BackstageUserInfo,
): PolicyDecision {
  return createOfferConditionalDecision(
    permission,
    offerConditions.isOwnedBy({ owners: ownershipEntityRefs }),
  );
}

function satisfies(need: Need | undefined, user: BackstageUserInfo, roles: RoleMapping): boolean {
  // A permission of a newer release than this policy's is refused until the policy knows it.
  if (need === undefined || need === 'service') return false;
  if (need === 'signedIn') return true;
  return capabilitiesOf(rolesOf(user.ownershipEntityRefs, roles)).has(need);
}
