import { CustomRoute } from '@slack/bolt';
import { offersClient } from '../backend/offers';
import { BotConfig } from '../config';
import { Log } from '../log';
import { InstalledWorkspaces } from './installedWorkspaces';
import { oauthRoutes } from './oauthRoutes';
import { OneWorkspace } from './oneWorkspace';
import { PortalInstallations } from './portalInstallations';
import { Workspaces } from './workspaces';

/** The workspaces that the configuration wants, and the addresses with which the app is installed in them. */
export function workspacesOf(
  config: BotConfig,
  log: Log,
): { workspaces: Workspaces; routes: CustomRoute[] } {
  const { slackAccess: access, offersBaseUrl, offersBotToken, slackTeams: teams } = config;
  if (access.kind === 'token') {
    return { workspaces: new OneWorkspace(config, access.botToken, log), routes: [] };
  }
  const installations = new PortalInstallations({
    client: offersClient(offersBaseUrl),
    token: offersBotToken,
    keys: access.keys,
    teams,
  });
  const { publicUrl } = access;
  const workspaces = new InstalledWorkspaces(installations, { ...config, publicUrl }, log);
  const installed = () => workspaces.refresh();
  return { workspaces, routes: oauthRoutes(access, config, installations, installed, log) };
}
