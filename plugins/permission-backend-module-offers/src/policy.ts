import { UserInfoService } from '@backstage/backend-plugin-api';
import { AuthorizeResult, PolicyDecision } from '@backstage/plugin-permission-common';
import { PermissionPolicy, PolicyQuery, PolicyQueryUser } from '@backstage/plugin-permission-node';
import { RoleMapping } from '@offerdesk/backstage-plugin-offers-common';
import { decideOffers } from './decideOffers';

/** Decides offers by role, and allows everything else: a policy for a sample portal. */
export class OffersPermissionPolicy implements PermissionPolicy {
  readonly #roles: RoleMapping;
  readonly #userInfo: UserInfoService;

  constructor(options: { roles: RoleMapping; userInfo: UserInfoService }) {
    this.#roles = options.roles;
    this.#userInfo = options.userInfo;
  }

  async handle(request: PolicyQuery, user?: PolicyQueryUser): Promise<PolicyDecision> {
    // Not `user.info`, which Backstage will take away; the service keeps its answer for seconds.
    const info = user && (await this.#userInfo.getUserInfo(user.credentials));
    return decideOffers(request, info, this.#roles) ?? { result: AuthorizeResult.ALLOW };
  }
}
