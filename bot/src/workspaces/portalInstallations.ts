import { OffersClient } from '@offerdesk/backstage-plugin-offers-common';
import { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { CannotOpen, open, seal, SealingKey } from './sealing';
import { ForOrganisation, NotInstalled } from './workspaces';

const TIMEOUT_MS = 5_000;

/** What the store stands on. */
export interface PortalInstallationsOptions {
  client: OffersClient;
  /** the bot's own token */
  token: string;
  keys: readonly SealingKey[];
  /** the workspaces that may install the app */
  teams: readonly string[];
}

/**
 * Installations of the app, kept in the portal's database and sealed before they leave this process. The portal
 * cannot open them, and one workspace's row does not open for another.
 */
export class PortalInstallations implements InstallationStore {
  constructor(private readonly options: PortalInstallationsOptions) {}

  /** @throws NotInstalled for a workspace that may not install the app, ForOrganisation for an organisation */
  async storeInstallation<Version extends 'v1' | 'v2'>(
    installation: Installation<Version, boolean>,
  ): Promise<void> {
    if (installation.isEnterpriseInstall) {
      throw new ForOrganisation('The app was installed for a whole organisation');
    }
    const teamId = installation.team?.id;
    if (!teamId || !this.options.teams.includes(teamId)) {
      throw new NotInstalled('This workspace is not one of SLACK_TEAM_ID: add it there first');
    }
    const body = seal(JSON.stringify(installation), teamId, this.options.keys);
    await this.options.client.call(
      'putSlackInstallation',
      { params: { teamId }, body },
      this.call(),
    );
  }

  async fetchInstallation({
    teamId,
  }: InstallationQuery<boolean>): Promise<Installation<'v2', false>> {
    const all = await this.all();
    const found = all.get(teamId ?? '');
    if (!found) throw new NotInstalled(`The app is not installed in the workspace ${teamId}`);
    return found;
  }

  /** Every installation that opens. One sealed with an older key is sealed anew with the first. */
  async all(): Promise<Map<string, Installation<'v2', false>>> {
    const { items } = await this.options.client.call('slackInstallations', {}, this.call());
    const [first] = this.options.keys;
    const opened = new Map<string, Installation<'v2', false>>();
    for (const { teamId, ...sealed } of items) {
      if (!this.options.teams.includes(teamId)) continue;
      const installation = this.opened(teamId, sealed);
      if (!installation) continue;
      if (sealed.keyId !== first?.id) await this.storeInstallation(installation);
      opened.set(teamId, installation);
    }
    return opened;
  }

  /** Forgets a workspace; again, it does nothing. */
  async remove(teamId: string, why: 'app-uninstalled' | 'tokens-revoked'): Promise<void> {
    const input = { params: { teamId }, body: { why } };
    await this.options.client.call('removeSlackInstallation', input, this.call());
  }

  async deleteInstallation({ teamId }: InstallationQuery<boolean>): Promise<void> {
    if (teamId) await this.remove(teamId, 'app-uninstalled');
  }

  private opened(teamId: string, sealed: { keyId: string; sealed: string }) {
    try {
      // Sealed by us: what opens is what was stored.
      return JSON.parse(open(sealed, teamId, this.options.keys)) as Installation<'v2', false>;
    } catch (error) {
      if (error instanceof CannotOpen) return undefined;
      throw error;
    }
  }

  private call() {
    return { token: this.options.token, signal: AbortSignal.timeout(TIMEOUT_MS) };
  }
}
