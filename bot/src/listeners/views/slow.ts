import { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { ModalView } from '@slack/types';
import { randomUUID } from 'node:crypto';
import { Asker } from '../../identity/asker';
import { errorWords, LogFields } from '../../log';
import { msToAnswer } from '../../slack/answerTime';
import { within } from '../../time';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';

/** What the listener of a sent modal reads of what Slack sends. */
export type ModalSent = Pick<
  SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
  'ack' | 'body' | 'view' | 'client' | 'context'
>;

/** What is done with a sent modal. */
export interface SlowWork {
  what: string;
  asker: Asker;
  fields?: LogFields;
  /** does it, and gives the modal that says what came of it */
  work: () => Promise<ModalView>;
  /** the modal that says why it did not go through; the reference is in the log */
  failed: (error: unknown, reference: string) => ModalView | Promise<ModalView>;
  /** what it says of single fields, by their blocks, where that is all that it says */
  faults?: (error: unknown) => Record<string, string> | undefined;
  /** the modal while it takes longer than Slack waits */
  working: ModalView;
}

/**
 * Answers a sent modal with what came of it: at once where that is known in time, else first that it is being worked
 * on, and what came of it in the same modal later.
 */
export async function answerModal(
  services: Pick<BotServices, 'activity' | 'log'>,
  { ack, view, client, context }: Pick<ModalSent, 'ack' | 'view' | 'client' | 'context'>,
  work: SlowWork,
): Promise<void> {
  await services.activity.run(async () => {
    const doing = safely(services, work);
    const shown = await within(doing, msToAnswer(context));
    if (shown !== 'late') {
      const { view: next, faults } = shown;
      // The form stays as it is, each fault under its field.
      if (faults) await ack({ response_action: 'errors', errors: faults });
      else await ack({ response_action: 'update', view: next });
      return;
    }
    await ack({ response_action: 'update', view: work.working });
    const { view: last } = await doing;
    await client.views.update({ view_id: view.id, view: last }).catch(error =>
      services.log.warn('The modal was closed before it could say what came of it', {
        error: errorWords(error),
      }),
    );
  });
}

async function safely(
  { log }: Pick<BotServices, 'log'>,
  { what, asker, fields, work, failed, faults }: SlowWork,
): Promise<{ view: ModalView; faults?: Record<string, string> | undefined }> {
  const reference = randomUUID();
  const known = { request: reference, what, slackUser: asker.slackUserId, ...fields };
  try {
    const view = await work();
    log.info('Request handled', known);
    return { view };
  } catch (error) {
    logRefusal(log, error, known);
    return { view: await failed(error, reference), faults: faults?.(error) };
  }
}
