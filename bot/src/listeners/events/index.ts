import { App } from '@slack/bolt';
import { errorWords, Log } from '../../log';
import { pause } from '../../time';
import { Workspaces } from '../../workspaces/workspaces';
import { BotServices } from '../services';
import { homeOpened } from './homeOpened';
import { linksShared } from './links';
import { threadReply } from './threadReply';

const RETRY_PAUSES_MS = [1_000, 5_000, 30_000, 120_000];

/** Listens to what people do in Slack without a press. */
export function registerEvents(app: App, services: BotServices): void {
  app.event('app_home_opened', homeOpened(services));
  app.event('message', threadReply(services));
  app.event('link_shared', linksShared(services));
}

/** Hears that the app was taken out of a workspace. Slack may tell it twice; the second does nothing. */
export function registerUninstalling(
  app: App,
  workspaces: Pick<Workspaces, 'left'>,
  log: Log,
): void {
  const left = async (teamId: string, why: 'app-uninstalled' | 'tokens-revoked') => {
    // Slack has been told that it was heard, and does not tell it again: the portal is asked for a while.
    for (const pauseMs of [...RETRY_PAUSES_MS, undefined]) {
      try {
        await workspaces.left(teamId, why);
        return;
      } catch (error) {
        log.error('An installation could not be forgotten', {
          team: teamId,
          error: errorWords(error),
        });
        if (pauseMs !== undefined) await pause(pauseMs);
      }
    }
  };
  app.event('app_uninstalled', ({ body }) => left(body.team_id, 'app-uninstalled'));
  app.event('tokens_revoked', async ({ event, body }) => {
    // The app asks for no tokens of people: theirs being revoked is no concern of the bot.
    if ((event.tokens.bot ?? []).length > 0) await left(body.team_id, 'tokens-revoked');
  });
}
