import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ownCredentials } from './tokens';

/** A logger that says nothing; a test that wants to hear it spies on it. */
export const quietLogger = (): LoggerService => ({
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: quietLogger,
});

/** An auditor that nobody listens to. */
export const quietAuditor: AuditorService = {
  createEvent: async () => ({ async success() {}, async fail() {} }),
};

/** A permission policy that says the same to whoever asks for whatever. */
export function policyOf(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY): PermissionsService {
  const decide = async (requests: unknown[]) => requests.map(() => ({ result }));
  return { authorize: decide, authorizeConditional: decide };
}

/** No rules, for a policy that sets no conditions. */
export const noRules: Pick<PermissionsRegistryService, 'getPermissionRuleset'> = {
  getPermissionRuleset() {
    throw new Error('This policy has no rules');
  },
};

/** Who the plugin is when it asks others. */
export const auth: Pick<AuthService, 'getOwnServiceCredentials'> = {
  getOwnServiceCredentials: async () => ownCredentials,
};
