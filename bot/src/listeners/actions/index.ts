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
import { planStartSchema, readValue } from '../../views/values';
import { demandModal, handOverModal, planModal } from '../../views/wizards';
import { approve } from './approve';
import { askReason } from './askReason';
import { askBatch } from './batch';
import { choose } from './choose';
import { askComment } from './comment';
import { hear, stopHearing } from './hear';
import { anywhere, refreshHome, turnHome } from './home';
import { open } from './open';
import { compose, composeOther, correct, terminate } from './openForm';
import { pick } from './pick';
import { schedulePlan, submitPlan } from './plans';
import { ButtonPress } from './types';
import { cancelPublish, publish } from './publish';
import { openWizard } from './wizards';

/** Listens to every button that the bot draws. */
export function registerActions(app: App, services: BotServices): void {
  registerDeciding(app, services);
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
  app.action<BlockButtonAction>(actionIds.compose, compose(services));
  app.action<BlockAction<StaticSelectAction>>(actionIds.composeOther, composeOther(services));
  app.action<BlockButtonAction>(actionIds.correct, correct(services));
  app.action<BlockButtonAction>(actionIds.terminate, terminate(services));
  app.action<BlockAction<StaticSelectAction>>(actionIds.hear, hear(services));
  app.action<BlockButtonAction>(actionIds.stopHearing, stopHearing(services));
  app.action<BlockButtonAction>(actionIds.open, open);
  app.action<BlockButtonAction>(actionIds.openReplacement, open);
}

/** The buttons of cards and of the App Home. */
function registerDeciding(app: App, services: BotServices): void {
  const both = (id: string, listener: (press: ButtonPress) => Promise<void>) =>
    app.action<BlockButtonAction>(id, anywhere(services, listener));
  both(actionIds.approve, approve(services));
  both(actionIds.reject, askReason(services, 'reject'));
  both(actionIds.requestChanges, askReason(services, 'request-changes'));
  both(actionIds.ask, askComment(services));
  both(actionIds.answer, askComment(services));
  both(actionIds.batch, askBatch(services));
  both(
    actionIds.raiseDemand,
    openWizard(services, () => demandModal()),
  );
  both(
    actionIds.startPlan,
    openWizard(services, value => planModal(readValue(planStartSchema, value))),
  );
  both(
    actionIds.handOver,
    openWizard(services, () => handOverModal()),
  );
  both(actionIds.refreshHome, refreshHome(services));
  both(actionIds.homePage, turnHome(services));
}
