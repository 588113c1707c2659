import { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { section } from './blocks';
import { cut, plain } from './text';

/** A form that shows first what it would do, and does it when it is sent unchanged. */
export interface FormParts {
  callbackId: string;
  metadata: unknown;
  title: string;
  submit: string;
  /** why an earlier try did not go through, in mrkdwn */
  problem?: string | undefined;
  /** what it would do */
  preview?: readonly KnownBlock[] | undefined;
  fields: readonly KnownBlock[];
}

/** A form as a modal. */
export function form(parts: FormParts): ModalView {
  const { callbackId, metadata, title, submit, problem, preview = [], fields } = parts;
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: JSON.stringify(metadata),
    title: plain(title, 24),
    submit: plain(submit, 24),
    close: plain('Cancel', 24),
    blocks: [
      ...(problem ? [section(`⚠️ ${cut(problem, 2900)}`)] : []),
      ...preview,
      ...(preview.length > 0 ? [{ type: 'divider' as const }] : []),
      ...fields,
    ],
  };
}

/** What is asked in a field. */
export interface FieldParts {
  id: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

/** A field of a form; its element has the same id. */
export function field(
  { id, label, hint, optional }: FieldParts,
  element: InputBlock['element'],
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, 2000),
    ...(hint ? { hint: plain(hint, 2000) } : {}),
    ...(optional ? { optional: true } : {}),
    element,
  };
}

/** A field for words. */
export function textField(parts: FieldParts, maxLength: number): InputBlock {
  return field(parts, {
    type: 'plain_text_input',
    action_id: parts.id,
    multiline: true,
    max_length: maxLength,
  });
}

/** One of several words to choose. */
export function choiceOption(text: string, value: string): PlainTextOption {
  return { text: plain(text, 75), value };
}
