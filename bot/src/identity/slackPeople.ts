import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { NoAnswer } from '../backend/noAnswer';
import { Asker } from './asker';
import { identityRefusal, IdentityRefusal } from './refusal';

/** What Slack says of a person who may use the bot. */
export interface SlackPerson {
  email: string | undefined;
  /** whether Slack has had the address confirmed */
  emailConfirmed: boolean;
}

/** Asks Slack whether somebody is a full, living member of the workspace. */
export class SlackPeople {
  private readonly zones = new Map<string, string>();

  constructor(
    private readonly slack: Pick<WebClient, 'users'>,
    private readonly teamId: string,
  ) {}

  /**
   * Who the asker is to Slack.
   *
   * @throws IdentityRefusal for guests, apps, deactivated accounts and other workspaces; NoAnswer when Slack is silent
   */
  async check({ teamId, slackUserId }: Asker): Promise<SlackPerson> {
    if (teamId !== this.teamId) throw identityRefusal('other-team');
    const user = await this.userOf(slackUserId);
    if (user.team_id !== this.teamId || user.is_stranger) throw identityRefusal('other-team');
    if (user.deleted) throw identityRefusal('deactivated');
    if (user.is_bot) throw identityRefusal('bot');
    if (user.is_restricted || user.is_ultra_restricted) throw identityRefusal('guest');
    if (user.tz) this.zones.set(slackUserId, user.tz);
    return {
      email: user.profile?.email,
      emailConfirmed: user.is_email_confirmed ?? false,
    };
  }

  /** The IANA zone in which an asker reads dates, as Slack knew it at their last check. */
  zoneOf({ slackUserId }: Asker): string | undefined {
    return this.zones.get(slackUserId);
  }

  private async userOf(slackUserId: string) {
    try {
      const { user } = await this.slack.users.info({ user: slackUserId });
      if (user) return user;
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError)) throw new NoAnswer(error);
      const { error: code } = error.data;
      if (code === 'user_not_found' || code === 'user_not_visible')
        throw identityRefusal('other-team');
      throw new IdentityRefusal(
        code,
        `Slack does not tell the bot who you are (${code}). Ask the people who run Offerdesk to check the scope users:read of its Slack app.`,
      );
    }
    throw identityRefusal('other-team');
  }
}
