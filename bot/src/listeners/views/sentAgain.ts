import { ModalView } from '@slack/types';
import { plain } from '../../views/text';
import { mended } from '../../views/wizards';
import { ModalSent } from './slow';

/**
 * The form as it was sent, with what is wrong at its top; what was typed stays, since the fields keep their names.
 *
 * @param problem - in mrkdwn
 */
export function sentAgain(
  { blocks, callback_id: id, private_metadata: carried, title, submit }: ModalSent['view'],
  problem: string,
): ModalView {
  return mended(
    {
      type: 'modal',
      callback_id: id,
      private_metadata: carried,
      title: plain(title.text, 24),
      submit: plain(submit?.text ?? 'Send', 24),
      close: plain('Cancel', 24),
      blocks,
    },
    problem,
  );
}
