import { KnownBlock, ModalView } from '@slack/types';
import { section } from './blocks';
import { plain } from './text';

/** A modal that only tells something. */
export function messageView(
  title: string,
  text: string,
  more: readonly KnownBlock[] = [],
): ModalView {
  return {
    type: 'modal',
    callback_id: 'offers-told',
    title: plain(title, 24),
    close: plain('Close', 24),
    blocks: [section(text), ...more],
  };
}

/** The modal while something takes longer than Slack waits. */
export function workingView(title: string): ModalView {
  return messageView(title, '⏳ Working on it…');
}
