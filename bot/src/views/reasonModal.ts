import { Button, ModalView } from '@slack/types';
import { reasonView } from './actionIds';
import { section, told } from './blocks';
import { cut, plain } from './text';
import { ReasonMetadata } from './values';

const words = {
  reject: {
    title: 'Reject the plan',
    label: 'Why do you reject it?',
    hint: 'The requester reads this, and it stays in the record.',
    submit: 'Reject',
    empty: 'Give a reason: the requester needs to know what is wrong.',
  },
  'request-changes': {
    title: 'Request changes',
    label: 'What has to change?',
    hint: 'The requester reads this, changes the plan and submits it again.',
    submit: 'Request changes',
    empty: 'Say what has to change.',
  },
} as const;

/** The longest reason that the backend takes, in characters. */
export const MAX_REASON = 2000;

/** What to say when the reason is empty. */
export function emptyReasonWords(verdict: ReasonMetadata['v']): string {
  return words[verdict].empty;
}

/**
 * The modal that asks for a reason.
 *
 * @param problem - why an earlier try did not go through, in mrkdwn
 * @param typed - what the person had typed by then
 */
export function reasonModal(metadata: ReasonMetadata, problem?: string, typed?: string): ModalView {
  const { title, label, hint, submit } = words[metadata.v];
  return {
    type: 'modal',
    callback_id: reasonView.callbackId,
    private_metadata: JSON.stringify(metadata),
    title: plain(title, 24),
    submit: plain(submit, 24),
    close: plain('Cancel', 24),
    blocks: [
      ...(problem ? [section(`⚠️ ${cut(problem, 2900)}`)] : []),
      {
        type: 'input',
        block_id: reasonView.blockId,
        label: plain(label, 2000),
        hint: plain(hint, 2000),
        element: {
          type: 'plain_text_input',
          action_id: reasonView.actionId,
          multiline: true,
          max_length: MAX_REASON,
          ...(typed ? { initial_value: typed } : {}),
        },
      },
    ],
  };
}

/** The modal while a decision takes longer than Slack waits. */
export function workingModal(metadata: ReasonMetadata): ModalView {
  return messageModal(metadata, '⏳ Recording your decision…');
}

/** The modal that says how a decision ended, and what leads on. */
export function messageModal(
  metadata: Pick<ReasonMetadata, 'v'>,
  text: string,
  ...next: Button[]
): ModalView {
  return {
    type: 'modal',
    callback_id: `${reasonView.callbackId}-done`,
    title: plain(words[metadata.v].title, 24),
    close: plain('Close', 24),
    blocks: told(text, ...next).blocks,
  };
}
