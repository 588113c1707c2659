import { App, ViewSubmitAction } from '@slack/bolt';
import { actView, batchView, commentView, reasonView, wizardIds } from '../../views/actionIds';
import { BotServices } from '../services';
import { composeView } from '../../views/composeModal';
import { correctView } from '../../views/correctModal';
import { terminateView } from '../../views/terminateModal';
import { sentAct } from './act';
import { sentBatch } from './batch';
import { sentComment } from './comment';
import { sentCompose } from './compose';
import { sentCorrection } from './correct';
import { sentTermination } from './terminate';
import { reason } from './reason';
import { sentWizard } from './wizards';

/** Listens to every modal that the bot opens. */
export function registerViews(app: App, services: BotServices): void {
  app.view<ViewSubmitAction>(reasonView.callbackId, reason(services));
  app.view<ViewSubmitAction>(commentView.callbackId, sentComment(services));
  app.view<ViewSubmitAction>(batchView.callbackId, sentBatch(services));
  for (const wizard of ['demand', 'plan', 'handOver'] as const) {
    app.view<ViewSubmitAction>(wizardIds[wizard], sentWizard(wizard, services));
  }
  app.view<ViewSubmitAction>(actView.callbackId, sentAct(services));
  app.view<ViewSubmitAction>(composeView.callbackId, sentCompose(services));
  app.view<ViewSubmitAction>(correctView.callbackId, sentCorrection(services));
  app.view<ViewSubmitAction>(terminateView.callbackId, sentTermination(services));
}
