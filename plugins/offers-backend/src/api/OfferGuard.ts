import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  PermissionCriteria,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  OfferFilter,
  OfferResource,
  offerResourceRef,
} from '@offerdesk/backstage-plugin-offers-node';
import { Refusal } from '../refusal';
import { Decisions } from './Decisions';

/** What a policy leaves of a list: everything, nothing, or what a condition holds for. */
export type ListFilter = 'all' | 'none' | PermissionCriteria<OfferFilter>;

/**
 * Asks the organisation's permission policy. Asked outside transactions only. What the policy said of a person
 * and a permission counts for a few seconds more (docs/decisions/0018-a-decision-for-a-moment.md); conditions are
 * always held against the offer as it is.
 */
export class OfferGuard {
  private readonly decisions: Decisions<PolicyDecision>;

  constructor(
    private readonly permissions: PermissionsService,
    private readonly registry: Pick<PermissionsRegistryService, 'getPermissionRuleset'>,
    now?: () => number,
    later?: (work: () => void) => void,
  ) {
    this.decisions = new Decisions(now, later);
  }

  /** @throws Refusal `not-allowed` when the policy denies it */
  async require(credentials: BackstageCredentials, permission: BasicPermission): Promise<void> {
    if (!(await this.allows(credentials, permission))) throw new Refusal('not-allowed');
  }

  /** Whether the policy allows what needs no resource. */
  async allows(credentials: BackstageCredentials, permission: BasicPermission): Promise<boolean> {
    const { result } = await this.decisions.of(credentials, permission.name, async () => {
      const [decision] = await this.permissions.authorize([{ permission }], { credentials });
      return decision ?? { result: AuthorizeResult.DENY };
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** Whether the policy allows it for this offer, as it was read. */
  async allowsOffer(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    offer: OfferResource,
  ): Promise<boolean> {
    return (await this.decision(credentials, permission))(offer);
  }

  /** Whether the policy allows it for every offer, whatever it is like. */
  async allowsEvery(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<boolean> {
    return (await this.conditional(credentials, permission)).result === AuthorizeResult.ALLOW;
  }

  /** The same for offers that are read later, such as one that a transaction locks. */
  async decision(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<(offer: OfferResource) => boolean> {
    const decision = await this.conditional(credentials, permission);
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return () => decision.result === AuthorizeResult.ALLOW;
    }
    const holds = createConditionAuthorizer(this.registry.getPermissionRuleset(offerResourceRef));
    return offer => holds(decision, offer);
  }

  /** What the policy leaves of a list, to become SQL. */
  async filter(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<ListFilter> {
    const decision = await this.conditional(credentials, permission);
    if (decision.result === AuthorizeResult.ALLOW) return 'all';
    if (decision.result !== AuthorizeResult.CONDITIONAL) return 'none';
    const transform = createConditionTransformer(
      this.registry.getPermissionRuleset(offerResourceRef),
    );
    return transform(decision.conditions);
  }

  private async conditional(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<PolicyDecision> {
    return this.decisions.of(credentials, permission.name, async () => {
      const [decision] = await this.permissions.authorizeConditional([{ permission }], {
        credentials,
      });
      return decision ?? { result: AuthorizeResult.DENY };
    });
  }
}
