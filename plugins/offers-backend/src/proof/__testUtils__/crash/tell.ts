import { Desk } from '../model/desk';
import { Victim } from './Victim';

/**
 * Sends what is due as the bot does, while the backend dies now and then: what may have been posted already is looked
 * for before it is posted. Gives what was posted, in order; each key is to be there once.
 */
export async function tell(
  desk: Desk,
  victim: Victim,
  instants: readonly number[],
): Promise<string[]> {
  const posted: string[] = [];
  const { portal } = desk;
  const left = [...instants];
  for (;;) {
    victim.arm(left.shift());
    const claimed = await claim(desk);
    for (const { id, token, key, mayHavePosted } of claimed ?? []) {
      if (!mayHavePosted || !posted.includes(key)) posted.push(key);
      const outcome = { result: 'sent' as const, channel: 'C0OFFERS0', ts: id };
      await portal
        .bot('settleDelivery', { params: { id }, body: { token, outcome } })
        .catch(() => {});
    }
    await victim.rest();
    if (claimed?.length === 0 && left.length === 0) return posted;
    // What was claimed by one that died is free again when its lease is over.
    portal.clock.pass(61);
  }
}

async function claim({ portal }: Desk) {
  const body = { worker: 'proof', limit: 50, leaseSeconds: 60 };
  return portal.bot('claimDeliveries', { body }).then(
    ({ deliveries }) => deliveries,
    () => undefined,
  );
}
