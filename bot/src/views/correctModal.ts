import { ModalView } from '@slack/types';
import { form, textField } from './form';
import { CorrectValue } from './values';

/** The form that corrects what was announced. */
export const correctView = { callbackId: 'offers-correct', note: 'note' } as const;

/** The form. */
export function correctModal(value: CorrectValue, problem?: string): ModalView {
  return form({
    callbackId: correctView.callbackId,
    metadata: value,
    title: 'Correct it',
    submit: 'Correct',
    problem,
    fields: [
      textField(
        {
          id: correctView.note,
          label: 'What was wrong?',
          hint: 'Every copy of the message shows it, and its thread.',
        },
        1000,
      ),
    ],
  });
}
