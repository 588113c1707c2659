import { App, ViewSubmitAction } from '@slack/bolt';
import { actView, batchView, commentView, reasonView, wizardIds } from '../../views/actionIds';
import { composeView } from '../../views/composeModal';
import { correctView } from '../../views/correctModal';
import { terminateView } from '../../views/terminateModal';
import { BotServices } from '../services';
import { sentAct } from './act';
import { sentBatch } from './batch';
import { sentComment } from './comment';
import { sentCompose } from './compose';
import { sentCorrection } from './correct';
import { reason } from './reason';
import { sentTermination } from './terminate';
import { sentWizard } from './wizards';

/** Listens to every modal that the bot opens. */
export function registerViews(app: App, services: BotServices): void {
  const all = {
    [reasonView.callbackId]: reason(services),
    [commentView.callbackId]: sentComment(services),
    [batchView.callbackId]: sentBatch(services),
    [wizardIds.demand]: sentWizard('demand', services),
    [wizardIds.plan]: sentWizard('plan', services),
    [wizardIds.handOver]: sentWizard('handOver', services),
    [actView.callbackId]: sentAct(services),
    [composeView.callbackId]: sentCompose(services),
    [correctView.callbackId]: sentCorrection(services),
    [terminateView.callbackId]: sentTermination(services),
  };
  const listeners = new Map(Object.entries(all));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async sent =>
    listeners.get(sent.view.callback_id)?.(sent),
  );
}
