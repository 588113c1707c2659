import {
  Content,
  DriftReport,
  DriftRow,
  publicStateAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { readsAsStaff } from '../offers/readable';
import { currentDrafts, offersOfSource, StoredOffer } from '../offers/reading';
import { found } from '../refusal';
import { livesOf } from '../timeline/reading';
import { ROWS_AT_ONCE } from './importBatch';
import { JudgedRow, judgeAll } from './judge';
import { driftFields, saidBefore } from './merge';
import { readSource, requireImporter } from './read';

/** What is known here while rows are compared. */
interface Here {
  at: string;
  offers: ReadonlyMap<string, StoredOffer>;
  /** whether the person reads an offer as staff; what they do not read is left out, as if it were not there */
  reads(offer: StoredOffer): Promise<boolean>;
}

/**
 * Where a source, read now, and the offers that came from it have come apart. Nothing is changed.
 * @throws Refusal `source-failed` when the source does not answer with a catalogue
 */
export async function sourceDrift(
  ctx: Context,
  actor: Actor,
  sourceId: string,
): Promise<DriftReport> {
  await requireImporter(ctx, actor);
  const rows = await readSource(ctx, found(ctx.sources.get(sourceId)));
  const came = await offersOfSource(ctx.db.knex, sourceId);
  const here: Here = {
    at: nowOf(ctx),
    offers: new Map(came.map(offer => [offer.sourceKey ?? '', offer])),
    reads: offer => readsAsStaff(ctx, actor, offer),
  };
  const items: DriftRow[] = [];
  let inStep = 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const judged = await judgeAll(rows.slice(start, start + ROWS_AT_ONCE));
    const compared = await compareRows(ctx, here, judged);
    items.push(...compared.apart);
    inStep += compared.inStep;
  }
  const gone = await goneFrom(ctx, here, new Set(rows.map(({ key }) => key)));
  return { sourceId, at: here.at, inStep, items: [...items, ...gone] };
}

async function compareRows(
  ctx: Context,
  here: Here,
  judged: readonly JudgedRow[],
): Promise<{ apart: DriftRow[]; inStep: number }> {
  const offers = judged.flatMap(({ key }) => here.offers.get(key) ?? []);
  const contents = await contentsOf(ctx, offers, here.at);
  const apart: DriftRow[] = [];
  let inStep = 0;
  for (const row of judged) {
    const offer = here.offers.get(row.key);
    if (offer && !(await here.reads(offer))) continue;
    const compared = compareRow(row, offer, offer && contents.get(offer.id));
    if (compared) apart.push(compared);
    else inStep += 1;
  }
  return { apart, inStep };
}

/** What an offer says, and whether an import would change a draft of it. */
interface Said {
  content: Content | undefined;
  hasDraft: boolean;
  hasEnded: boolean;
}

/** What each offer says: its draft, which the next version will say, else its latest version. */
async function contentsOf(
  ctx: Context,
  offers: readonly StoredOffer[],
  at: string,
): Promise<Map<string, Said>> {
  const ids = offers.map(({ id }) => id);
  const lives = await livesOf(ctx.db.knex, ids);
  const drafts = new Map(
    (await currentDrafts(ctx.db.knex, ids)).map(({ offer, draft }) => [offer.id, draft]),
  );
  return new Map(
    ids.map(id => {
      const life = lives.get(id);
      const draft = drafts.get(id);
      const said = draft ?? life?.versions.at(-1);
      const hasEnded = !draft && life !== undefined && publicStateAt(life.timeline, at) === 'ended';
      return [id, { content: said?.content, hasDraft: draft !== undefined, hasEnded }];
    }),
  );
}

/** How a row and its offer have come apart; undefined when they say the same. */
function compareRow(
  row: JudgedRow,
  offer: StoredOffer | undefined,
  said: Said | undefined,
): DriftRow | undefined {
  const { key, title } = row;
  const named = offer && { offerId: offer.id, offerName: offer.name };
  if (!('content' in row)) {
    const reason = row.reason === undefined ? {} : { reason: row.reason };
    return { key, title, kind: 'rejected', ...reason, ...named, fields: [] };
  }
  if (!named || !said?.content) return { key, title, kind: 'new', ...named, fields: [] };
  if (said.hasEnded) return { key, title, kind: 'ended', ...named, fields: [] };
  const drift = driftFields(said.content, saidBefore(offer), row.row.content);
  if (!drift.ok)
    return { key, title, kind: 'rejected', reason: drift.reason, ...named, fields: [] };
  if (drift.fields.length === 0) return undefined;
  const { hasDraft } = said;
  return { key, title, kind: 'changed', ...named, hasDraft, fields: drift.fields };
}

/** The offers whose row is no longer in the source, but for those that have ended here too. */
async function goneFrom(
  ctx: Context,
  { offers, at, reads }: Here,
  keys: ReadonlySet<string>,
): Promise<DriftRow[]> {
  const missing = [...offers].flatMap(([key, offer]) => (keys.has(key) ? [] : [{ key, offer }]));
  const gone: DriftRow[] = [];
  for (let start = 0; start < missing.length; start += ROWS_AT_ONCE) {
    const some = missing.slice(start, start + ROWS_AT_ONCE);
    const contents = await contentsOf(
      ctx,
      some.map(({ offer }) => offer),
      at,
    );
    for (const { key, offer } of some) {
      const said = contents.get(offer.id);
      if (!said?.content || said.hasEnded || !(await reads(offer))) continue;
      gone.push({
        key,
        title: offer.title,
        kind: 'gone',
        offerId: offer.id,
        offerName: offer.name,
        hasDraft: said.hasDraft,
        fields: [],
      });
    }
  }
  return gone;
}
