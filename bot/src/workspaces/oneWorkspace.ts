import { WebClient } from '@slack/web-api';
import { BotConfig } from '../config';
import { Log } from '../log';
import { BotIdentity, callOptions, whoAmI } from '../slack/clients';
import { NotInstalled, Workspace, Workspaces } from './workspaces';

/** The one workspace that has given its token. */
export class OneWorkspace implements Workspaces {
  private readonly slack: WebClient;
  private identity: BotIdentity | undefined;

  constructor(
    private readonly config: Pick<BotConfig, 'slackTeamId' | 'slackApiUrl' | 'slackDates'>,
    private readonly botToken: string,
    private readonly log: Log,
  ) {
    this.slack = new WebClient(botToken, callOptions(config, log));
  }

  async check(): Promise<'ready' | undefined> {
    this.identity = await whoAmI(this.slack, this.config.slackTeamId, this.log);
    return this.identity && 'ready';
  }

  async of(teamId: string = this.config.slackTeamId): Promise<Workspace> {
    if (teamId !== this.config.slackTeamId) {
      throw new NotInstalled(
        `this bot serves the workspace ${this.config.slackTeamId} and not ${teamId}: see "Several workspaces" in bot/README.md`,
      );
    }
    const { botId, botUserId } = this.identity ?? { botId: undefined, botUserId: undefined };
    return { teamId, slack: this.slack, botToken: this.botToken, botId, botUserId };
  }

  async left(teamId: string, why: string): Promise<void> {
    this.log.error('The Slack app was taken out of the workspace: install it, and set its token', {
      team: teamId,
      why,
    });
  }
}
