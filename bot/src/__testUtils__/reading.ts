import { Button, KnownBlock } from '@slack/types';

/** Every text of a message, block by block, as a reader would go through it. */
export function allTexts(message: { text?: string; blocks?: readonly KnownBlock[] }): string {
  return textsIn(message.blocks ?? []).join('\n');
}

/** Every string under a key `text` or `fallback`, however deep. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsIn(part),
  );
}

/** The buttons of a message, accessories among them, in order. */
export function buttonsIn(blocks: readonly KnownBlock[]): Button[] {
  return blocks.flatMap(block => {
    if (block.type === 'actions') return block.elements.filter(isButton);
    if (block.type === 'section' && block.accessory && isButton(block.accessory))
      return [block.accessory];
    return [];
  });
}

function isButton(element: { type: string }): element is Button {
  return element.type === 'button';
}
