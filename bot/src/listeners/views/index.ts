import { App, ViewSubmitAction } from '@slack/bolt';
import { actView, reasonView } from '../../views/actionIds';
import { BotServices } from '../services';
import { sentAct } from './act';
import { reason } from './reason';

/** Listens to every modal that the bot opens. */
export function registerViews(app: App, services: BotServices): void {
  app.view<ViewSubmitAction>(reasonView.callbackId, reason(services));
  app.view<ViewSubmitAction>(actView.callbackId, sentAct(services));
}
