import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { OffersClient, OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { SlackAssertion } from './assertion';

/** Which user has linked a Slack account; undefined when nobody has. */
export type LinkedUser = (
  account: Pick<SlackAssertion, 'team' | 'slackUserId'>,
) => Promise<string | undefined>;

const TIMEOUT_MS = 3_000;

/**
 * Asks the plugin `offers`, which keeps the links, as the auth plugin itself.
 *
 * @throws ServiceUnavailableError when it does not answer: without the link, the wrong person could be found
 */
export function linkedUserOf(deps: { discovery: DiscoveryService; auth: AuthService }): LinkedUser {
  const client = new OffersClient(deps.discovery, { fetch: (url, init) => fetch(url, init) });
  return async ({ team, slackUserId }) => {
    const { token } = await deps.auth.getPluginRequestToken({
      onBehalfOf: await deps.auth.getOwnServiceCredentials(),
      targetPluginId: 'offers',
    });
    try {
      const params = { teamId: team, slackUserId };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      return (await client.call('slackPerson', { params }, { token, signal })).user;
    } catch (error) {
      // Also what a portal answers that has no plugin `offers`.
      if (error instanceof OffersProblem && error.status === 404) return undefined;
      throw new ServiceUnavailableError(
        'Who has linked this Slack account could not be asked',
        error,
      );
    }
  };
}
