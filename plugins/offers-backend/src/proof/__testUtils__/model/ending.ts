import { Desk } from './desk';
import { servedAt } from './life';
import { Model, ModelOffer } from './world';

/** Sends what is due, as two workers would that race for it; gives the keys of what was sent. */
export async function deliver(desk: Desk): Promise<string[]> {
  const sent: string[] = [];
  const { portal } = desk;
  const claim = () =>
    portal.bot('claimDeliveries', { body: { worker: 'proof', limit: 50, leaseSeconds: 60 } });
  for (;;) {
    const batches = await Promise.all([claim(), claim()]);
    const deliveries = batches.flatMap(batch => batch.deliveries);
    if (deliveries.length === 0) return sent;
    for (const { id, token, key } of deliveries) {
      const outcome = { result: 'sent' as const, channel: 'C0OFFERS0', ts: id };
      await portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
      sent.push(key);
    }
  }
}

/** Rule 5: one activation and one announcement of each version; what is offered to all was announced. */
export async function atTheEnd(
  desk: Desk,
  model: Model,
  sent: readonly string[],
): Promise<string[]> {
  const faults: string[] = [];
  const twice = sent.filter((key, index) => sent.indexOf(key) !== index);
  if (twice.length > 0) faults.push(`[rule 5] sent twice: ${twice}`);
  for (const [index, offer] of model.offers.entries()) {
    const { id = '' } = desk.offers[index] ?? {};
    const published = await entriesOf(desk, id, ['offer.publish', 'offer.roll-back']);
    const expected = offer.versions.map(({ number }) => number);
    const said = published.map(({ change }) => Number(change.version)).sort((a, b) => a - b);
    if (said.join() !== expected.join())
      faults.push(`[rule 5] published ${said}, and not ${expected}`);
    faults.push(...(await movesOf(desk, id, offer, model.now)));
    const { inside, outside } = servedAt(model, offer, model.now);
    for (const { number } of offer.versions) {
      const told = sent.filter(key =>
        new RegExp(`^offer:${id}:v${number}:(available|changed):`).test(key),
      );
      if (told.length > 1) faults.push(`[rule 5] version ${number} was announced ${told}`);
      const isForAll = inside && outside && inside.version === outside.version;
      const isStopped = inside?.state === 'suspended' || inside?.state === 'held';
      const isHeard = isForAll && inside.version.number === number && !isStopped;
      if (isHeard && told.length === 0)
        faults.push(`version ${number} of ${id} was never announced`);
    }
  }
  faults.push(...(await versionsAsPublished(desk, model)));
  return faults;
}

/** Rule 12: each move that time has made is in the log once. */
async function movesOf(
  desk: Desk,
  id: string,
  { moves }: ModelOffer,
  now: string,
): Promise<string[]> {
  if (moves.length === 0 || !desk.keepsTime) return [];
  const told = (await entriesOf(desk, id, ['offer.moved'])).map(({ change }) => change.since);
  const made = moves.filter(({ at, by }) => by === 'time' && at <= now).map(({ at }) => at);
  return [...told].sort().join() === [...made].sort().join()
    ? []
    : [`[rule 12] ${id} moved at ${made}, and the log says ${told}`];
}

async function entriesOf(desk: Desk, subjectId: string, actions: readonly string[]) {
  const query = { subjectKind: 'offer' as const, subjectId, limit: 100 };
  const { items } = await desk.reader('audit', { query });
  return items.filter(({ action }) => actions.includes(action));
}

/** Rule 2: every version says at the end what it said when it was published. */
async function versionsAsPublished(desk: Desk, model: Model): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, offer] of model.offers.entries()) {
    const params = { name: desk.offers[index]?.name ?? '' };
    // A bundle is quoted with its members alone: what it costs is looked at while they can be ordered.
    const quoted = offer.versions.filter(({ content }) => content.members.length === 0);
    for (const { number, content } of quoted) {
      const { quote } = await desk.reader('quoteOffer', { params, body: { version: number } });
      if (Number(quote.lines[0]?.amount) !== content.price) {
        faults.push(`[rule 2] version ${number} costs ${quote.lines[0]?.amount}`);
      }
    }
  }
  return faults;
}
