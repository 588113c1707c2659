import { isFinal } from '../../backend/offers';
import { ModalView } from '@slack/types';
import { randomUUID } from 'node:crypto';
import { msToAnswer } from '../../slack/answerTime';
import { within } from '../../time';
import { reasonView } from '../../views/actionIds';
import { emptyReasonWords, messageModal, reasonModal, workingModal } from '../../views/reasonModal';
import { refusalWords } from '../../views/refusals';
import { readValue, ReasonMetadata, reasonMetadataSchema } from '../../views/values';
import { errorWords } from '../../log';
import { askerOfAction } from '../askers';
import { decideOnPlan } from '../decide';
import { logRefusal } from '../logRefusal';
import { planPage } from '../planPage';
import { BotServices } from '../services';
import { ModalSent } from './slow';

/** A reason was sent: records the decision. The modal closes, or says what came of it. */
export function reason(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const metadata = readValue(reasonMetadataSchema, view.private_metadata);
    const typed = view.state.values[reasonView.blockId]?.[reasonView.actionId]?.value?.trim() ?? '';
    if (!metadata) {
      return ack({ response_action: 'clear' });
    }
    if (!typed) {
      const errors = { [reasonView.blockId]: emptyReasonWords(metadata.v) };
      return ack({ response_action: 'errors', errors });
    }
    return services.activity.run(async () => {
      const deciding = decide(services, { body, view }, metadata, typed);
      const shown = await within(deciding, msToAnswer(context));
      if (shown !== 'late') {
        await ack({ response_action: 'update', view: shown });
        return;
      }
      await ack({ response_action: 'update', view: workingModal(metadata) });
      const late = await deciding;
      await client.views.update({ view_id: view.id, view: late }).catch(error =>
        services.log.warn('The modal was closed before the decision was recorded', {
          error: errorWords(error),
        }),
      );
    });
  };
}

/** Decides, and gives the modal that says how it ended. Never throws. */
async function decide(
  services: BotServices,
  { body, view }: Pick<ModalSent, 'body' | 'view'>,
  metadata: ReasonMetadata,
  typed: string,
): Promise<ModalView> {
  const asker = askerOfAction(body);
  const { v: verdict, ...plan } = metadata;
  const reference = randomUUID();
  const fields = { request: reference, what: verdict, plan: plan.p, slackUser: asker.slackUserId };
  try {
    const said = await decideOnPlan(services, asker, {
      plan,
      verdict,
      reason: typed,
      viewId: view.id,
    });
    services.log.info('Request handled', fields);
    return messageModal(metadata, said);
  } catch (error) {
    logRefusal(services.log, error, fields);
    const words = refusalWords(error, reference);
    // What the person can mend or try again keeps the form and what they typed.
    if (!isFinal(error)) return reasonModal(metadata, words, typed);
    const next = await planPage(error, plan.p, services.offers.for(asker));
    return messageModal(metadata, `⛔ ${words}`, ...next);
  }
}
