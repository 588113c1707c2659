import { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { BotServices } from '../services';

/** What the listener of the App Home reads of what Slack sends. */
export type HomeOpened = Pick<
  SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs,
  'event' | 'body'
>;

/** Somebody opened the App Home: shows what waits for them, what is theirs, and what is new for them. */
export function homeOpened({ home }: BotServices) {
  return async ({ event, body }: HomeOpened): Promise<void> => {
    if (event.tab !== 'home') return;
    await home.show({ teamId: body.team_id, slackUserId: event.user });
  };
}
