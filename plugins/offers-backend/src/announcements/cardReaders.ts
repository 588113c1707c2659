import { Decider } from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { whomFor } from '../delegations/delegations';
import { CardReader } from './drawCard';

/** The people who read some cards, with their groups and whom they stand in for now. */
export async function readersOf(
  ctx: Pick<Context, 'db' | 'directory' | 'clock'>,
  cards: readonly { target: string }[],
): Promise<Map<string, CardReader>> {
  const people = [...new Set(cards.map(({ target }) => target))];
  const principals = await ctx.directory.principalsOfAll(people);
  const readers = new Map<string, CardReader>();
  for (const ref of people) {
    const decider: Decider = { ref, principals: principals.get(ref) ?? [ref] };
    readers.set(ref, { decider, standsInFor: await whomFor(ctx, ref, nowOf(ctx)) });
  }
  return readers;
}
