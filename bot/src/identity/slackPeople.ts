import { UsersInfoResponse, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { NoAnswer } from '../backend/noAnswer';
import { Asker } from './asker';
import { NoteRefusal } from './refusalNotes';
import { identityRefusal, IdentityRefusal } from './refusal';

/** What Slack says of a person who may use the bot. */
export interface SlackPerson {
  email: string | undefined;
  /** whether Slack has had the address confirmed */
  emailConfirmed: boolean;
  /** as Slack shows them */
  name: string;
}

/** Where to ask about the people of a workspace. */
export interface PeopleSource {
  /** the workspaces whose people may use the bot */
  teams: readonly string[];
  slackOf(teamId: string): Promise<Pick<WebClient, 'users'>>;
}

/** Asks Slack whether somebody is a full, living member of a workspace that the bot serves. */
export class SlackPeople {
  private readonly zones = new Map<string, string>();

  constructor(
    private readonly source: PeopleSource,
    private readonly refused: NoteRefusal = () => {},
  ) {}

  /**
   * Who the asker is to Slack.
   *
   * @throws IdentityRefusal for guests, apps, deactivated accounts and other workspaces; NoAnswer when Slack is silent
   */
  async check(asker: Asker): Promise<SlackPerson> {
    try {
      return await this.member(asker);
    } catch (error) {
      if (error instanceof IdentityRefusal) this.refused(asker, error.code);
      throw error;
    }
  }

  private async member(asker: Asker): Promise<SlackPerson> {
    const { teamId, slackUserId } = asker;
    if (!this.source.teams.includes(teamId)) throw identityRefusal('other-team');
    const user = await this.userOf(asker);
    if (!isMemberOf(user, teamId) || user.is_stranger) throw identityRefusal('other-team');
    if (user.deleted) throw identityRefusal('deactivated');
    if (user.is_bot) throw identityRefusal('bot');
    if (user.is_restricted || user.is_ultra_restricted) throw identityRefusal('guest');
    if (user.tz) this.zones.set(`${teamId}/${slackUserId}`, user.tz);
    return {
      email: user.profile?.email,
      emailConfirmed: user.is_email_confirmed ?? false,
      name: (user.profile?.real_name || user.real_name || user.name || slackUserId).slice(0, 200),
    };
  }

  /** The IANA zone in which an asker reads dates, as Slack knew it at their last check. */
  zoneOf({ teamId, slackUserId }: Asker): string | undefined {
    return this.zones.get(`${teamId}/${slackUserId}`);
  }

  private async userOf({ teamId, slackUserId }: Asker) {
    try {
      const slack = await this.source.slackOf(teamId);
      const { user } = await slack.users.info({ user: slackUserId });
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

/** In an organisation (Enterprise Grid) one account is a member of several workspaces, and names one of them as its own. */
function isMemberOf(
  { team_id: own, enterprise_user: inOrganisation }: NonNullable<UsersInfoResponse['user']>,
  teamId: string,
): boolean {
  return own === teamId || (inOrganisation?.teams ?? []).includes(teamId);
}
