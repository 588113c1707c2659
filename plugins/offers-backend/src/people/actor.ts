import {
  BackstageCredentials,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  capabilitiesOf,
  machineRef,
  rolesOf,
  Surface,
} from '@offerdesk/backstage-plugin-offers-common';
import { Request } from 'express';
import { Actor } from '../context';
import { Refusal } from '../refusal';
import { Settings } from '../settings';

/** Finds out who sends a request. */
export class Callers {
  constructor(
    private readonly httpAuth: Pick<HttpAuthService, 'credentials'>,
    private readonly userInfo: UserInfoService,
    private readonly settings: Settings,
  ) {}

  /**
   * The signed-in person, with the roles that their groups hold; or the service, where one may call.
   * @throws AuthenticationError, NotAllowedError when no person sends it
   */
  async actor(req: Request, allow: ('user' | 'service')[] = ['user']): Promise<Actor> {
    const credentials = await this.httpAuth.credentials(req, { allow });
    const { principal } = credentials;
    if (principal.type === 'service') return machine(credentials, principal.subject, req);
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

/**
 * A service acts as itself: it has no groups, no roles and no more power than its token brings.
 * @throws Refusal `not-allowed` when its subject is none that an audience could name
 */
function machine(credentials: BackstageCredentials, subject: string, req: Request): Actor {
  const ref = machineRef(subject);
  if (!ref) throw new Refusal('not-allowed');
  return {
    ref,
    principals: [ref],
    roles: [],
    can: new Set(),
    surface: surfaceOf(req),
    credentials,
  };
}

/** Where the caller says that the person acts. It is kept in the log and decides nothing. */
function surfaceOf(req: Request): Surface {
  const said = req.header('x-offers-surface');
  return said === 'portal' || said === 'slack' ? said : 'api';
}
