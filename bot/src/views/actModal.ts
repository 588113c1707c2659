import { ActPreview } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock, ModalView } from '@slack/types';
import { actView } from './actionIds';
import { effectBlocks } from './actPreview';
import { actWords } from './actWords';
import { context, section } from './blocks';
import { MAX_REASON } from './reasonModal';
import { cut, inline, plain } from './text';
import { ActValue } from './values';

/** What the modal of an act shows besides the question. */
export interface ActModalState {
  /** what the act would do; absent while it is being found out */
  preview?: ActPreview;
  /** why an earlier try did not go through, in mrkdwn */
  problem?: string;
  /** what the person had typed by then */
  typed?: string;
}

/** The modal that shows what an act would do, and asks why. */
export function actModal(
  act: ActValue,
  { preview, problem, typed }: ActModalState = {},
): ModalView {
  const { title, button, ask } = actWords[act.a];
  return {
    type: 'modal',
    callback_id: actView.callbackId,
    private_metadata: JSON.stringify(act),
    title: plain(title, 24),
    submit: plain(button.replace('…', ''), 24),
    close: plain('Cancel', 24),
    blocks: [
      ...(problem ? [section(`⚠️ ${cut(problem, 2900)}`)] : []),
      ...effects(preview),
      {
        type: 'input',
        block_id: actView.blockId,
        label: plain(ask, 2000),
        hint: plain('It stays in the record, and those who read the offer as staff see it.', 2000),
        element: {
          type: 'plain_text_input',
          action_id: actView.actionId,
          multiline: true,
          max_length: MAX_REASON,
          ...(typed ? { initial_value: typed } : {}),
        },
      },
    ],
  };
}

function effects(preview: ActPreview | undefined): KnownBlock[] {
  if (!preview) return [context('⏳ Finding out what it would do…')];
  const head = section(`*${inline(preview.title)}*`);
  return preview.possible
    ? [head, ...effectBlocks(preview)]
    : [head, section(`⛔ ${inline(preview.refusal ?? 'This cannot be done now.', 1000)}`)];
}
