import { App, BlockButtonAction } from '@slack/bolt';
import { actionIds } from '../../views/actionIds';
import { BotServices } from '../services';
import { approve } from './approve';
import { askReason } from './askReason';
import { choose } from './choose';
import { open } from './open';
import { cancelPublish, publish } from './publish';

/** Listens to every button that the bot draws. */
export function registerActions(app: App, services: BotServices): void {
  app.action<BlockButtonAction>(actionIds.approve, approve(services));
  app.action<BlockButtonAction>(actionIds.reject, askReason(services, 'reject'));
  app.action<BlockButtonAction>(actionIds.requestChanges, askReason(services, 'request-changes'));
  app.action<BlockButtonAction>(actionIds.publish, publish(services));
  app.action<BlockButtonAction>(actionIds.cancelPublish, cancelPublish(services));
  app.action<BlockButtonAction>(actionIds.choose, choose(services));
  app.action<BlockButtonAction>(actionIds.open, open);
  app.action<BlockButtonAction>(actionIds.openReplacement, open);
}
