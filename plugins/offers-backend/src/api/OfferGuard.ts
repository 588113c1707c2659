import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { OfferFilter, offerResourceRef } from '@offerdesk/backstage-plugin-offers-node';
import { Refusal } from '../refusal';

/** What a policy leaves of a list: everything, nothing, or what a condition holds for. */
export type ListFilter = 'all' | 'none' | PermissionCriteria<OfferFilter>;

/** Asks the organisation's permission policy. Asked outside transactions only. */
export class OfferGuard {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly registry: PermissionsRegistryService,
  ) {}

  /** @throws Refusal `not-allowed` when the policy denies it */
  async require(credentials: BackstageCredentials, permission: BasicPermission): Promise<void> {
    if (!(await this.allows(credentials, permission))) throw new Refusal('not-allowed');
  }

  /** Whether the policy allows what needs no resource. */
  async allows(credentials: BackstageCredentials, permission: BasicPermission): Promise<boolean> {
    const [decision] = await this.permissions.authorize([{ permission }], { credentials });
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** Whether the policy allows it for this offer. */
  async allowsOffer(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    offerId: string,
  ): Promise<boolean> {
    const [decision] = await this.permissions.authorize([{ permission, resourceRef: offerId }], {
      credentials,
    });
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** What the policy leaves of a list, to become SQL. */
  async filter(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<ListFilter> {
    const [decision] = await this.permissions.authorizeConditional([{ permission }], {
      credentials,
    });
    if (decision?.result === AuthorizeResult.ALLOW) return 'all';
    if (decision?.result !== AuthorizeResult.CONDITIONAL) return 'none';
    const transform = createConditionTransformer(
      this.registry.getPermissionRuleset(offerResourceRef),
    );
    return transform(decision.conditions);
  }
}
