import { Who } from './who';
import { Desk } from './desk';
import { categoryIn } from './asContent';
import { isOrderable, servedTo, Viewer, viewers } from './orderable';
import { placeAt } from './places';
import { Model, ModelCatalogue } from './world';

/** A look at the portal from outside: now and at another instant; the last one asks for everything. */
export interface Glance {
  elsewhen: string;
  isLast: boolean;
}

/** What breaks a rule in what people see now, and at another instant. */
export async function violations(
  desk: Desk,
  model: Model,
  { elsewhen, isLast }: Glance,
): Promise<string[]> {
  const faults: string[] = [];
  for (const viewer of viewers) faults.push(...(await listsOf(desk, model, viewer, undefined)));
  // Who is asked about elsewhen is drawn with the instant; in the end it is everybody.
  const some = isLast ? viewers : [viewerAt(elsewhen), 'ada' as const];
  for (const at of [model.now, elsewhen]) {
    faults.push(...(await listsOf(desk, model, 'nils', at)));
    for (const viewer of new Set(some)) faults.push(...(await explained(desk, model, viewer, at)));
  }
  faults.push(...(await pricesOf(desk, model)), ...(await approvals(desk, model, isLast)));
  // The log can only grow: what is not whole once is not whole in the end.
  const { whole } = isLast ? await desk.reader('checkAudit', {}) : { whole: true };
  return whole ? faults : [...faults, '[rule 12] the log is not whole'];
}

/**
 * Looks at the lists of those to whom the model says that they are others than before: of ada, whom rings let in, and of
 * ben. A list that was not brought along may be again by a later act, before anybody would look at random.
 *
 * @param before - what the model said last, by person; it is brought along
 */
export async function changedLists(
  desk: Desk,
  model: Model,
  before: Map<Viewer, string>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const viewer of ['ada', 'ben'] as const) {
    const now = JSON.stringify([
      rowsOf(desk, model, viewer, { at: model.now, catalogue: 'default' }),
      rowsOf(desk, model, viewer, { at: model.now, catalogue: 'office' }),
    ]);
    if (before.get(viewer) === now) continue;
    before.set(viewer, now);
    faults.push(...(await listsOf(desk, model, viewer, undefined)));
  }
  return faults;
}

function viewerAt(instant: string): Viewer {
  return viewers[(Date.parse(instant) / 3_600_000) % viewers.length] ?? 'ben';
}

/** In the catalogue in which offers are made, and where one moves also in the other. */
async function listsOf(
  desk: Desk,
  model: Model,
  viewer: Viewer,
  at: string | undefined,
): Promise<string[]> {
  const faults = await listOf(desk, model, viewer, { at, catalogue: 'default' });
  if (model.offers.every(({ moves }) => moves.length === 0)) return faults;
  return [...faults, ...(await listOf(desk, model, viewer, { at, catalogue: 'office' }))];
}

/** Rules 1 and 7: the list is what the instant says, of the version that began last, and counts no more. */
async function listOf(
  desk: Desk,
  model: Model,
  viewer: Viewer,
  { at, catalogue }: { at: string | undefined; catalogue: ModelCatalogue },
): Promise<string[]> {
  const category = categoryIn(desk.category, catalogue);
  const query = { catalogue, category, ...(at ? { at } : {}) };
  const call = desk.portal.as(viewer);
  const { items } = await call('browseOffers', { query: { ...query, limit: 100 } });
  const { total } = await call('facets', { query });
  const expected = rowsOf(desk, model, viewer, { at: at ?? model.now, catalogue });
  const sorted = (rows: unknown[][]) => JSON.stringify(rows.map(row => row.join(' ')).sort());
  const listed = items.map(({ name, title, state }) => [name, title, state]);
  const faults =
    sorted(listed) === sorted(expected)
      ? []
      : [
          `[rule 1] ${viewer} is listed ${sorted(listed)} in ${catalogue} instead of ${sorted(expected)} at ${at ?? 'now'}`,
        ];
  return total === expected.length ? faults : [...faults, `[rule 1] ${viewer} counts ${total}`];
}

/** What the model says that somebody is listed in a catalogue at an instant. */
function rowsOf(
  desk: Desk,
  model: Model,
  viewer: Viewer,
  { at, catalogue }: { at: string; catalogue: ModelCatalogue },
): unknown[][] {
  return model.offers.flatMap((offer, index) => {
    const served = servedTo(model, index, viewer, at);
    return served && placeAt(offer, at) === catalogue
      ? [[desk.offers[index]?.name, served.version.content.title, served.state]]
      : [];
  });
}

/** The one rule of who sees and orders what, for everybody, at an instant. */
async function explained(desk: Desk, model: Model, viewer: Viewer, at: string): Promise<string[]> {
  const faults: string[] = [];
  for (const index of model.offers.keys()) {
    const name = desk.offers[index]?.name ?? '';
    const query = { viewer: `user:default/${viewer}`, at };
    const { explanation } = await desk.reader('explainOffer', { params: { name }, query });
    const isServed = servedTo(model, index, viewer, at) !== undefined;
    const expected = [isServed, isOrderable(model, index, viewer, at)];
    const said = [explanation.visible.answer, explanation.orderable.answer];
    if (said.join() !== expected.join()) {
      faults.push(`[rules 1, 8] ${name} is ${said} for ${viewer} at ${at}, and not ${expected}`);
    }
  }
  return faults;
}

/** Rules 2 and 10: who orders pays what the version that serves them says, whatever is being drafted. */
async function pricesOf(desk: Desk, model: Model): Promise<string[]> {
  const faults: string[] = [];
  for (const index of model.offers.keys()) {
    for (const viewer of ['ada', 'ben'] as const) {
      const served = servedTo(model, index, viewer, model.now);
      // What a bundle costs depends on members that have to be there.
      const isQuoted =
        served?.version.content.members.length === 0 ||
        isOrderable(model, index, viewer, model.now);
      if (!served || !isQuoted) continue;
      const params = { name: desk.offers[index]?.name ?? '' };
      const { version, quote } = await desk.portal.as(viewer)('quoteOffer', { params, body: {} });
      const [line] = quote.lines;
      const expected = [served.version.number, served.version.content.price];
      if ([version, Number(line?.amount)].join() !== expected.join()) {
        faults.push(`[rule 10] ${viewer} pays ${version}: ${line?.amount}, and not ${expected}`);
      }
    }
  }
  return faults;
}

/** Rules 3, 4 and 5: what is approved is so by enough people without a part in it, each once, on what is there. */
async function approvals(desk: Desk, model: Model, isLast: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const [key, { state, authors, implementers }] of Object.entries(model.plans)) {
    if (!['approved', 'implementing', 'ready', 'released'].includes(state)) continue;
    // What was released stays as it was: it is looked at in the end.
    if (state === 'released' && !isLast) continue;
    const plan = await desk.planOf(key);
    if (!plan) continue;
    const counted = plan.decisions.filter(
      ({ voided, verdict, contentHash }) =>
        !voided && verdict === 'approve' && contentHash === plan.contentHash,
    );
    const deciders = new Set(counted.map(({ decider }) => decider));
    const seats = new Set(counted.map(({ decider, onBehalfOf }) => onBehalfOf ?? decider));
    const alone = plan.approval.breakGlass?.by;
    if (alone === undefined && (deciders.size < 2 || seats.size < 2))
      faults.push(`[rule 5] ${plan.id} counts ${[...deciders]}`);
    const had = [...authors, ...implementers].map((who: Who) => `user:default/${who}`);
    const part = [...deciders, ...seats, alone].filter(who => who && had.includes(who));
    if (part.length > 0) faults.push(`[rule 4] ${part} decided on what they had a part in`);
  }
  return faults;
}
