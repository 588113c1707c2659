import { App } from '@slack/bolt';
import { BotServices } from '../services';
import { offer } from './offer';

/** The slash command of the app. */
export const OFFER_COMMAND = '/offer';

/** Listens to every slash command. */
export function registerCommands(app: App, services: BotServices): void {
  app.command(OFFER_COMMAND, offer(services));
}
