import { App, ViewSubmitAction } from '@slack/bolt';
import { actView, commentView, reasonView } from '../../views/actionIds';
import { BotServices } from '../services';
import { sentAct } from './act';
import { sentComment } from './comment';
import { reason } from './reason';

/** Listens to every modal that the bot opens. */
export function registerViews(app: App, services: BotServices): void {
  app.view<ViewSubmitAction>(reasonView.callbackId, reason(services));
  app.view<ViewSubmitAction>(commentView.callbackId, sentComment(services));
  app.view<ViewSubmitAction>(actView.callbackId, sentAct(services));
}
