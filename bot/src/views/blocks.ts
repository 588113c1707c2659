import {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  SectionBlock,
} from '@slack/types';
import { createHash } from 'node:crypto';
import { cut, mrkdwn, plain } from './text';

/** A message as it is posted: blocks, and the text of notifications and of readers without blocks. */
export interface Drawn {
  text: string;
  blocks: KnownBlock[];
}

/** A title of at most 150 characters. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

/** A section of our own words. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: mrkdwn(text) };
}

/** A section of what a person wrote. */
export function quote(text: string, limit = 2900): SectionBlock {
  return { type: 'section', text: plain(text, limit) };
}

/** A section of two columns of facts: at most ten, of 2,000 characters. */
export function facts(
  rows: readonly (readonly [label: string, value: string | undefined])[],
): SectionBlock {
  const fields = rows
    .flatMap(([label, value]) => (value ? [mrkdwn(`*${label}*\n${value}`, 2000)] : []))
    .slice(0, 10);
  return fields.length > 0 ? { type: 'section', fields } : section('');
}

/** A few words of our own, with what can be pressed next. */
export function told(text: string, ...next: Button[]): Drawn {
  return { text, blocks: [section(text), ...(next.length > 0 ? [actions(...next)] : [])] };
}

/** A small line. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

/** What a button is made of. */
export interface ButtonParts {
  action: string;
  text: string;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  confirm?: ConfirmationDialog;
}

/** A button; its text is ours. */
export function button({ action, text, value, url, style, confirm }: ButtonParts): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(text, 75),
    ...(value === undefined ? {} : { value }),
    // An address that Slack would refuse must not cost the message: the button then only says where.
    ...(url !== undefined && url.length <= 3000 ? { url } : {}),
    ...(style ? { style } : {}),
    ...(confirm ? { confirm } : {}),
  };
}

/** Buttons in a row. */
export function actions(...elements: Button[]): ActionsBlock {
  return { type: 'actions', elements };
}

/** What Slack asks before a press counts. */
export function confirmation(parts: {
  title: string;
  text: string;
  confirm: string;
  style?: 'primary' | 'danger';
}): ConfirmationDialog {
  return {
    title: plain(parts.title, 100),
    text: plain(parts.text, 300),
    confirm: plain(parts.confirm, 30),
    deny: plain('Not now', 30),
    ...(parts.style ? { style: parts.style } : {}),
  };
}

const MAX_BLOCKS = 50;
// Slack answers msg_blocks_too_long at about 13,200 characters of text over all blocks.
const MAX_TEXT = 12_000;

/** How much of a message's room blocks take. */
export function weight(blocks: readonly KnownBlock[]): { blocks: number; text: number } {
  return { blocks: blocks.length, text: blocks.reduce((sum, block) => sum + textLength(block), 0) };
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) =>
      sum + (key === 'text' && typeof part === 'string' ? part.length : textLength(part)),
    0,
  );
}

/**
 * Puts as many of the middle parts between head and tail as the limits of a message allow, whole and in
 * order.
 *
 * @param more - says how many parts are left out
 */
export function fitted(
  head: readonly KnownBlock[],
  middle: readonly (readonly KnownBlock[])[],
  tail: readonly KnownBlock[],
  more: (left: number) => KnownBlock,
): KnownBlock[] {
  const fixed = weight([...head, ...tail, more(middle.length)]);
  const kept: KnownBlock[] = [];
  for (const [index, part] of middle.entries()) {
    const next = weight([...kept, ...part]);
    // Two blocks stay free: the key of a delivery, and a note that a caller may add.
    const fits =
      fixed.blocks + next.blocks <= MAX_BLOCKS - 2 && fixed.text + next.text <= MAX_TEXT - 500;
    if (!fits) return [...head, ...kept, more(middle.length - index), ...tail];
    kept.push(...part);
  }
  return [...head, ...kept, ...tail];
}

/** The block id that carries the key of a delivery, at most 255 characters; a longer key as its hash. */
export function keyBlockId(key: string): string {
  const id = `key:${key}`;
  return id.length <= 255 ? id : `key:sha256:${createHash('sha256').update(key).digest('hex')}`;
}

/** The message with the delivery's key in the block id of its last line. */
export function withKey({ text, blocks }: Drawn, key: string, footer: string): Drawn {
  return {
    text: cut(text, 3000),
    blocks: [...blocks, { ...context(footer), block_id: keyBlockId(key) }],
  };
}
