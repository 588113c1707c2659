import {
  App,
  BlockAction,
  BlockButtonAction,
  ExternalSelectAction,
  StaticSelectAction,
} from '@slack/bolt';
import { actionIds } from '../../views/actionIds';
import { BotServices } from '../services';
import { act, cancelAct } from './act';
import { approve } from './approve';
import { askReason } from './askReason';
import { choose } from './choose';
import { askComment } from './comment';
import { hear, stopHearing } from './hear';
import { open } from './open';
import { compose, correct, terminate } from './openForm';
import { pick } from './pick';
import { schedulePlan, submitPlan } from './plans';
import { cancelPublish, publish } from './publish';

/** Listens to every button that the bot draws. */
export function registerActions(app: App, services: BotServices): void {
  app.action<BlockButtonAction>(actionIds.approve, approve(services));
  app.action<BlockButtonAction>(actionIds.reject, askReason(services, 'reject'));
  app.action<BlockButtonAction>(actionIds.requestChanges, askReason(services, 'request-changes'));
  app.action<BlockButtonAction>(actionIds.publish, publish(services));
  app.action<BlockButtonAction>(actionIds.cancelPublish, cancelPublish(services));
  app.action<BlockButtonAction>(actionIds.choose, choose(services));
  app.action<BlockAction<ExternalSelectAction>>(actionIds.pick, pick(services));
  for (const id of [actionIds.act, actionIds.actOtherwise, actionIds.actThirdly]) {
    app.action<BlockButtonAction>(id, act(services));
  }
  app.action<BlockButtonAction>(actionIds.cancelAct, cancelAct(services));
  app.action<BlockButtonAction>(actionIds.submitPlan, submitPlan(services));
  app.action<BlockButtonAction>(actionIds.schedulePlan, schedulePlan(services));
  for (const id of [actionIds.ask, actionIds.answer]) {
    app.action<BlockButtonAction>(id, askComment(services));
  }
  app.action<BlockButtonAction>(actionIds.compose, compose(services));
  app.action<BlockButtonAction>(actionIds.correct, correct(services));
  app.action<BlockButtonAction>(actionIds.terminate, terminate(services));
  app.action<BlockAction<StaticSelectAction>>(actionIds.hear, hear(services));
  app.action<BlockButtonAction>(actionIds.stopHearing, stopHearing(services));
  app.action<BlockButtonAction>(actionIds.open, open);
  app.action<BlockButtonAction>(actionIds.openReplacement, open);
}
