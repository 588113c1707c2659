import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { ViewOutput } from '@slack/bolt';
import { sentence } from '../../views/refusals';

/** Which block of a form asks for a field of the API; what stands below the field belongs to the same block. */
export type BlocksOfFields = Readonly<Record<string, string>>;

/**
 * What a refusal says of the fields of a form, each at the block that asks for it, as Slack shows it under the field.
 * Undefined where it says something of no field, or of one that the form does not show: it is then told above the form.
 */
export function fieldErrors(
  error: unknown,
  blocks: BlocksOfFields,
  { state }: Pick<ViewOutput, 'state'>,
): Record<string, string> | undefined {
  if (!(error instanceof OffersProblem) || error.fields.length === 0) return undefined;
  const found: Record<string, string> = {};
  for (const { field, remedy } of error.fields) {
    const block = blockOf(field, blocks);
    if (block === undefined || !(block in state.values)) return undefined;
    found[block] = [found[block], sentence(remedy)].filter(Boolean).join(' ');
  }
  return found;
}

/** The block of the longest of the fields that it may be: `terminations.0.ends` before `terminations`. */
function blockOf(field: string, blocks: BlocksOfFields): string | undefined {
  const [name] = Object.keys(blocks)
    .filter(known => field === known || field.startsWith(`${known}.`))
    .sort((a, b) => b.length - a.length);
  return name === undefined ? undefined : blocks[name];
}
