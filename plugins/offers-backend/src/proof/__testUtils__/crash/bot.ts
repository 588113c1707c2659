import { Asked } from '../model/desk';

/** What a claim of the bot gave. */
export type Claimed = Awaited<ReturnType<typeof claim>>;

/** Claims what is due. */
export async function claim({ bot }: Asked) {
  const body = { worker: 'proof', limit: 50, leaseSeconds: 60 };
  return (await bot('claimDeliveries', { body })).deliveries;
}

/** Says that something was posted. */
export async function settle(
  { bot }: Asked,
  { id, token }: Pick<Claimed[number], 'id' | 'token'>,
): Promise<void> {
  const outcome = { result: 'sent' as const, channel: 'C0OFFERS0', ts: id };
  await bot('settleDelivery', { params: { id }, body: { token, outcome } });
}

/** Posts all that is due, looking up what may have been posted before; gives the keys, in order. */
export async function postAll(portal: Asked, posted: string[] = []): Promise<string[]> {
  for (;;) {
    const claimed = await claim(portal);
    if (claimed.length === 0) return posted;
    for (const delivery of claimed) {
      if (!delivery.mayHavePosted || !posted.includes(delivery.key)) posted.push(delivery.key);
      await settle(portal, delivery);
    }
  }
}
