import { Installation } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { NoAnswer } from '../backend/noAnswer';
import { BotConfig } from '../config';
import { errorWords, Log } from '../log';
import { callOptions } from '../slack/clients';
import { PortalInstallations } from './portalInstallations';
import { NotInstalled, Workspace, Workspaces } from './workspaces';

/** How long what is installed is remembered; another replica may have heard of a change. */
const KEPT_MS = 30_000;

/** The workspaces that have installed the app. */
export class InstalledWorkspaces implements Workspaces {
  private known = new Map<string, Workspace>();
  private knownUntil = 0;
  private asking: Promise<void> | undefined;

  constructor(
    private readonly installations: Pick<PortalInstallations, 'all' | 'remove'>,
    private readonly config: Pick<BotConfig, 'slackTeamId' | 'slackApiUrl' | 'slackDates'> & {
      publicUrl: string;
    },
    private readonly log: Log,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Ready when the portal has told what is installed, be it nothing: people install it from then on. */
  async check(): Promise<'ready' | undefined> {
    try {
      await this.refresh();
      return 'ready';
    } catch (error) {
      this.log.warn('The portal does not tell where the app is installed; asking again', {
        error: errorWords(error),
      });
      return undefined;
    }
  }

  async of(teamId: string = this.config.slackTeamId): Promise<Workspace> {
    // A workspace that is not known may have been installed a moment ago, by another replica.
    if (this.now() >= this.knownUntil || !this.known.has(teamId)) {
      await this.refresh().catch(error => {
        if (!this.known.has(teamId)) throw new NoAnswer(error);
      });
    }
    const workspace = this.known.get(teamId);
    if (workspace) return workspace;
    throw new NotInstalled(
      `the app is not installed in the workspace ${teamId}: open ${this.config.publicUrl}/slack/install`,
    );
  }

  async left(teamId: string, why: 'app-uninstalled' | 'tokens-revoked'): Promise<void> {
    this.known.delete(teamId);
    await this.installations.remove(teamId, why);
    this.log.warn('The Slack app was taken out of a workspace', { team: teamId, why });
  }

  /** Reads anew what is installed; several that ask at once share one answer. */
  refresh(): Promise<void> {
    this.asking ??= this.read().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async read(): Promise<void> {
    const installed = await this.installations.all();
    const known = [...installed].map(
      ([teamId, installation]) => [teamId, this.workspaceOf(teamId, installation)] as const,
    );
    this.known = new Map(known);
    this.knownUntil = this.now() + KEPT_MS;
  }

  private workspaceOf(teamId: string, { bot }: Installation<'v2', false>): Workspace {
    const before = this.known.get(teamId);
    if (before && before.botToken === bot?.token) return before;
    const botToken = bot?.token ?? '';
    return {
      teamId,
      botToken,
      slack: new WebClient(botToken, callOptions(this.config, this.log)),
      botId: bot?.id,
      botUserId: bot?.userId,
    };
  }
}
