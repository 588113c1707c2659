/** The Slack person who has just asked the bot for something, as the signed request named them. */
export interface Asker {
  teamId: string;
  slackUserId: string;
}
