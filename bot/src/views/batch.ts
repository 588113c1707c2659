import { WaitingPlan } from '@offerdesk/backstage-plugin-offers-common';
import { InputBlock, ModalView } from '@slack/types';
import { batchView } from './actionIds';
import { section } from './blocks';
import { messageView } from './messageModal';
import { cut, inline, plain, refWords } from './text';
import { BatchValue } from './values';

/** What the form is called. */
export const BATCH_TITLE = 'Approve several';

/** How many plans fit the form: ten a list of boxes, and their ids and hashes what a form carries. */
export const MOST_IN_BATCH = 20;

const IN_A_LIST = 10;

/** The form with the plans that may be approved together; each counts by its own content. */
export function batchModal(plans: readonly WaitingPlan[], problem?: string): ModalView {
  const shown = plans.slice(0, MOST_IN_BATCH);
  if (shown.length === 0) {
    return messageView(BATCH_TITLE, 'No plans wait for you that the policy calls low-risk.');
  }
  const value: BatchValue = shown.map(({ id, contentHash }) => ({ p: id, h: contentHash }));
  const left = plans.length - shown.length;
  return {
    type: 'modal',
    callback_id: batchView.callbackId,
    private_metadata: JSON.stringify(value),
    title: plain(BATCH_TITLE, 24),
    submit: plain('Approve', 24),
    close: plain('Cancel', 24),
    blocks: [
      ...(problem ? [section(`⚠️ ${cut(problem, 2900)}`)] : []),
      section(
        `The policy calls these low-risk. Each is approved as it is now, by itself.${left > 0 ? ` _${left} more: see the portal_` : ''}`,
      ),
      ...lists(shown),
    ],
  };
}

function lists(plans: readonly WaitingPlan[]): InputBlock[] {
  const starts = plans.flatMap((_, index) => (index % IN_A_LIST === 0 ? [index] : []));
  return starts.map(start => ({
    type: 'input',
    block_id: `${batchView.blockId}-${start}`,
    optional: true,
    label: plain(start === 0 ? 'Plans' : 'More plans', 2000),
    element: {
      type: 'checkboxes',
      action_id: batchView.actionId,
      options: plans.slice(start, start + IN_A_LIST).map((plan, index) => ({
        text: plain(plan.title, 75),
        description: plain(
          `Asked by ${plan.requestedByName ?? refWords(plan.requestedBy)}, ${plan.step}`,
          75,
        ),
        value: String(start + index),
      })),
    },
  }));
}

/** What became of each plan, one a line. */
export function batchDone(
  results: readonly { title: string; words: string; ok: boolean }[],
): ModalView {
  const done = results.map(
    ({ title, words, ok }) => `${ok ? '✅' : '⛔'} *${inline(title, 80)}*: ${inline(words, 200)}`,
  );
  return messageView(BATCH_TITLE, cut(done.join('\n'), 2900));
}
