import { HttpAuthService, UserInfoService } from '@backstage/backend-plugin-api';
import { capabilitiesOf, rolesOf, Surface } from '@offerdesk/backstage-plugin-offers-common';
import { Request } from 'express';
import { Actor } from '../context';
import { Settings } from '../settings';

/** Finds out who sends a request. */
export class Callers {
  constructor(
    private readonly httpAuth: HttpAuthService,
    private readonly userInfo: UserInfoService,
    private readonly settings: Settings,
  ) {}

  /**
   * The signed-in person, with the roles that their groups hold.
   * @throws AuthenticationError, NotAllowedError when no person sends it
   */
  async actor(req: Request): Promise<Actor> {
    const credentials = await this.httpAuth.credentials(req, { allow: ['user'] });
    const info = await this.userInfo.getUserInfo(credentials);
    const ref = info.userEntityRef.toLowerCase();
    const principals = [
      ...new Set([ref, ...info.ownershipEntityRefs.map(owner => owner.toLowerCase())]),
    ];
    const roles = rolesOf(principals, this.settings.roles);
    return {
      ref,
      principals,
      roles,
      can: capabilitiesOf(roles),
      surface: surfaceOf(req),
      credentials,
    };
  }
}

/** Where the caller says that the person acts. It is kept in the log and decides nothing. */
function surfaceOf(req: Request): Surface {
  const said = req.header('x-offers-surface');
  return said === 'portal' || said === 'slack' ? said : 'api';
}
