import { App, BlockAction } from '@slack/bolt';
import { actionIds } from '../../views/actionIds';
import { planStartSchema, readValue } from '../../views/values';
import { demandModal, handOverModal, planModal } from '../../views/wizards';
import { SearchId } from '../options';
import { BotServices } from '../services';
import { act, cancelAct } from './act';
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
import { cancelPublish, publish } from './publish';
import { ButtonPress, MenuPick } from './types';
import { openWizard } from './wizards';

type ActionListener = (taken: ButtonPress & MenuPick) => Promise<void>;

/** A field that searches says what was chosen when its form is sent; a menu that does, at once. */
type ActionId =
  Exclude<(typeof actionIds)[keyof typeof actionIds], SearchId> | (typeof actionIds)['pick'];

/** Listens to every button and menu that the bot draws. */
export function registerActions(app: App, services: BotServices): void {
  const all: Readonly<Record<ActionId, ActionListener>> = {
    ...onCards(services),
    ...onAnswers(services),
  };
  const listeners = new Map(Object.entries(all));
  app.action<BlockAction>({ type: 'block_actions' }, async taken =>
    listeners.get(taken.action.action_id)?.(taken),
  );
}

/** The buttons of cards and of the App Home. */
function onCards(services: BotServices) {
  const both = (listener: (press: ButtonPress) => Promise<void>) => anywhere(services, listener);
  return {
    [actionIds.approve]: both(approve(services)),
    [actionIds.reject]: both(askReason(services, 'reject')),
    [actionIds.requestChanges]: both(askReason(services, 'request-changes')),
    [actionIds.ask]: both(askComment(services)),
    [actionIds.answer]: both(askComment(services)),
    [actionIds.batch]: both(askBatch(services)),
    [actionIds.raiseDemand]: both(openWizard(services, () => demandModal())),
    [actionIds.startPlan]: both(
      openWizard(services, value => planModal(readValue(planStartSchema, value))),
    ),
    [actionIds.handOver]: both(openWizard(services, () => handOverModal())),
    [actionIds.refreshHome]: both(refreshHome(services)),
    [actionIds.homePage]: both(turnHome(services)),
  };
}

/** The buttons and menus of private answers, and of what is announced. */
function onAnswers(services: BotServices) {
  return {
    [actionIds.publish]: publish(services),
    [actionIds.cancelPublish]: cancelPublish(services),
    [actionIds.choose]: choose(services),
    [actionIds.pick]: pick(services),
    [actionIds.act]: act(services),
    [actionIds.actOtherwise]: act(services),
    [actionIds.actThirdly]: act(services),
    [actionIds.cancelAct]: cancelAct(services),
    [actionIds.submitPlan]: submitPlan(services),
    [actionIds.schedulePlan]: schedulePlan(services),
    [actionIds.compose]: compose(services),
    [actionIds.composeOther]: composeOther(services),
    [actionIds.correct]: correct(services),
    [actionIds.terminate]: terminate(services),
    [actionIds.hear]: hear(services),
    [actionIds.stopHearing]: stopHearing(services),
    [actionIds.open]: open,
    [actionIds.openReplacement]: open,
  };
}
