import { BackstageCredentials, HttpAuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';

const PERSON = 'person-token:';
const SERVICE = 'service-token:';

/** A token that does not hold. */
export const EXPIRED = 'expired-token';

/** Stands for no token where one has to be named. */
export const NOBODY = 'no-token';

/** The token of a user, by the ref. */
export const userToken = (ref: string): string => `${PERSON}${ref}`;

/** The token of a person, by the name. */
export const tokenOf = (name: string): string => userToken(`user:default/${name}`);

/** The token of a service: that of the bot, unless another subject is told. */
export const serviceToken = (subject = 'external:test-service'): string => `${SERVICE}${subject}`;

/** The header that a token comes in. */
export const bearer = (token: string): string => `Bearer ${token}`;

/** The plugin's own credentials, for what it asks others. */
export const ownCredentials = {
  $$type: '@backstage/BackstageCredentials',
  principal: { type: 'service', subject: 'plugin:offers' },
} as const;

type Principal =
  { type: 'user'; userEntityRef: string } | { type: 'service'; subject: string } | { type: 'none' };

const credentialsOf = (principal: Principal): BackstageCredentials => ({
  $$type: '@backstage/BackstageCredentials',
  principal,
});

/**
 * Tells who sends a request by the tokens above, as Backstage does: with the same errors. Its own stand-in,
 * `mockServices.httpAuth`, brings every service of Backstage with it, and those a second of loading for each test file.
 */
export const httpAuth: Pick<HttpAuthService, 'credentials'> = {
  async credentials(req, options) {
    const principal = principalOf(req.headers.authorization);
    const allowed: string[] = options?.allow ?? [principal.type];
    if (!allowed.includes(principal.type)) {
      if (principal.type === 'none') throw new AuthenticationError('Missing credentials');
      throw new NotAllowedError(`This endpoint does not allow '${principal.type}' credentials`);
    }
    // Checked above, in a way that a type cannot follow.
    return credentialsOf(principal) as BackstageCredentials<never>;
  },
};

function principalOf(header: string | undefined): Principal {
  const token = header?.replace(/^Bearer /, '') ?? NOBODY;
  if (token === NOBODY) return { type: 'none' };
  if (token.startsWith(PERSON)) return { type: 'user', userEntityRef: token.slice(PERSON.length) };
  if (token.startsWith(SERVICE)) return { type: 'service', subject: token.slice(SERVICE.length) };
  throw new AuthenticationError('The token does not hold');
}
