import { BackstageCredentials, PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult, DefinitivePolicyDecision } from '@backstage/plugin-permission-common';
import { principalsOf } from '../../__testUtils__/organisation';
import { bearer, EXPIRED, NOBODY, serviceToken, tokenOf } from '../../__testUtils__/tokens';

/** Who asks, and what tells them apart. Every grid of the access matrix has a row for each. */
export const callers = {
  anonymous: 'no token',
  expired: 'a token that does not hold',
  otto: 'a contractor, outside every audience',
  ada: 'an engineer who may see and order',
  ben: 'an engineer who may see and not order',
  olga: 'a member of the group that owns the offers, without a role',
  carla: 'a catalog manager',
  mia: 'a release manager and approver',
  nils: 'an operations manager',
  bot: 'the service token of the bot',
  other: 'a service token of somebody else',
} as const;

/** One of those who ask. */
export type CallerName = keyof typeof callers;

/** All of those who ask. */
export const callerNames = Object.keys(callers).filter(
  (name): name is CallerName => name in callers,
);

/** Who is a person, signed in. */
export const personNames = callerNames.filter(
  name => !['anonymous', 'expired', 'bot', 'other'].includes(name),
);

/** Signed in, and without any role or ownership: they see the catalogue of their audience alone. */
export const consumerNames = ['otto', 'ada', 'ben'] as const satisfies readonly CallerName[];

/** What decides what a caller sees; nothing for who is not a person. */
export function principalsOfCaller(name: CallerName): string[] {
  return personNames.includes(name) ? principalsOf(name) : [];
}

const OTHER = 'external:other';

/** The authorization header of a caller. */
export function headerOf(name: CallerName): string {
  if (name === 'anonymous') return bearer(NOBODY);
  if (name === 'expired') return bearer(EXPIRED);
  if (name === 'bot') return bearer(serviceToken());
  if (name === 'other') return bearer(serviceToken(OTHER));
  return bearer(tokenOf(name));
}

/**
 * A policy that allows people everything, so that what refuses them is a rule of the domain, and that
 * restricts service tokens as Backstage's access restrictions do.
 */
export function openPolicy(): PermissionsService {
  const decide = (credentials: BackstageCredentials): DefinitivePolicyDecision => ({
    result: isOther(credentials) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });
  return {
    authorize: async (requests, { credentials }) => requests.map(() => decide(credentials)),
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(() => decide(credentials)),
  };
}

function isOther({ principal }: BackstageCredentials): boolean {
  return JSON.stringify(principal ?? {}).includes(OTHER);
}
