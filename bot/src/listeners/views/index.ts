import { App, ViewSubmitAction } from '@slack/bolt';
import { reasonView } from '../../views/actionIds';
import { BotServices } from '../services';
import { reason } from './reason';

/** Listens to every modal that the bot opens. */
export function registerViews(app: App, services: BotServices): void {
  app.view<ViewSubmitAction>(reasonView.callbackId, reason(services));
}
