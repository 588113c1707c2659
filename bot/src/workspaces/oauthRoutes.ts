import { CustomRoute } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import { ServerResponse } from 'node:http';
import manifest from '../../manifest.json';
import { BotConfig, OAuthAccess } from '../config';
import { boltLogger, errorWords, Log } from '../log';
import { PortalInstallations } from './portalInstallations';
import { ForOrganisation, NotInstalled } from './workspaces';

/** Where Slack asks people whether they install the app, unless another Slack is configured. */
const AUTHORIZE_URL = 'https://slack.com/oauth/v2/authorize';

/**
 * `/slack/install` leads to Slack, `/slack/oauth_redirect` takes what comes back. The state is signed, ends after ten
 * minutes, and has to be in the browser's cookie too: a link of somebody else installs nothing.
 */
export function oauthRoutes(
  { clientId, clientSecret, stateSecret, publicUrl }: OAuthAccess,
  { slackApiUrl }: Pick<BotConfig, 'slackApiUrl'>,
  installations: PortalInstallations,
  installed: () => Promise<void>,
  log: Log,
): CustomRoute[] {
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    installationStore: installations,
    logger: boltLogger(log),
    directInstall: true,
    authorizationUrl: slackApiUrl
      ? new URL('/oauth/v2/authorize', slackApiUrl).href
      : AUTHORIZE_URL,
    ...(slackApiUrl ? { clientOptions: { slackApiUrl } } : {}),
  });
  const scopes = manifest.oauth_config.scopes.bot;
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  return [
    {
      path: '/slack/install',
      method: 'GET',
      handler: (request, response) =>
        provider.handleInstallPath(request, response, {}, { scopes, redirectUri }),
    },
    {
      path: '/slack/oauth_redirect',
      method: 'GET',
      handler: (request, response) =>
        provider.handleCallback(request, response, {
          success: (installation, _options, _request, answer) => {
            log.info('The Slack app was installed', { team: installation.team?.id });
            installed().catch(error =>
              log.warn('What is installed could not be read', { error: errorWords(error) }),
            );
            page(answer, 200, 'Offerdesk is installed. You can close this page.');
          },
          failure: (error, _options, _request, answer) => {
            log.warn('An installation was refused', { error: errorWords(error) });
            page(answer, 400, failureWords(error));
          },
        }),
    },
  ];
}

function failureWords(error: Error): string {
  if (error instanceof ForOrganisation) {
    return 'Nothing was installed: Offerdesk works in workspaces. Begin again, and choose a workspace where Slack offers the organisation.';
  }
  return error instanceof NotInstalled
    ? 'This workspace may not install Offerdesk. Ask the people who run it to add the workspace.'
    : 'Nothing was installed. Begin again, in one browser and within ten minutes.';
}

function page(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(sentence);
}
