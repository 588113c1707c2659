import {
  Change,
  Content,
  contentChanges,
  ContentInput,
  contentSchema,
  DriftField,
  hashJson,
} from '@offerdesk/backstage-plugin-offers-common';
import type { StoredOffer } from '../offers/reading';
import { unsoundWords } from './judge';

type Fields = Record<string, unknown>;
type Parts = Record<string, Fields>;

/** A content, or what is wrong with it. */
type Merged = { ok: true; content: Content } | { ok: false; reason: string };

/** A field that a source speaks of: as it is here, as the source said it at the import before, as it says it now. */
interface Spoken {
  part: string;
  field: string;
  here: unknown;
  before: unknown;
  now: unknown;
}

/** What a source said of an offer at the import before; hardly anything where it never said a word. */
export function saidBefore({ sourceContent }: Pick<StoredOffer, 'sourceContent'>): ContentInput {
  return JSON.parse(sourceContent ?? '{"information":{"title":""}}');
}

/** Whether two values of a field say the same. */
const same = (one: unknown, other: unknown) => hashJson(one ?? null) === hashJson(other ?? null);

/**
 * The draft after a source gave new content. Field by field: what people have not touched since the
 * source's last word takes the new word; what they changed stays as they wrote it.
 *
 * @param current - the draft as it is
 * @param base - what the source said at the import before
 * @param given - what the source says now
 * @returns the draft, or why the two words do not go together
 */
export function mergeSource(current: Content, base: ContentInput, given: ContentInput): Merged {
  const untouched = spokenOf(current, base, given).filter(({ here, before }) => same(here, before));
  return withNow(current, untouched);
}

/**
 * The fields of a source in which an offer differs from what the source says now, in words, with who changed each
 * since the import before.
 *
 * @param current - the content as it is here
 * @param base - what the source said at the import before
 * @param given - what the source says now
 * @returns the fields, or why an import could not take the source's word
 */
export function driftFields(
  current: Content,
  base: ContentInput,
  given: ContentInput,
): { ok: true; fields: DriftField[] } | { ok: false; reason: string } {
  const spoken = spokenOf(current, base, given);
  const byField = new Map(spoken.map(each => [`content.${each.part}.${each.field}`, each]));
  const taken = withNow(current, spoken);
  if (!taken.ok) return taken;
  const fields = contentChanges(current, taken.content).flatMap(change => {
    const one = byField.get(change.field);
    return one ? [driftField(change, one)] : [];
  });
  return { ok: true, fields };
}

function driftField({ field, label, before, after }: Change, spoken: Spoken): DriftField {
  return {
    field,
    label,
    ...(before === undefined ? {} : { here: before }),
    ...(after === undefined ? {} : { there: after }),
    changedBy: changedBy(spoken),
  };
}

function changedBy({ here, before, now }: Spoken): DriftField['changedBy'] {
  if (same(here, before)) return 'source';
  return same(now, before) ? 'here' : 'both';
}

function spokenOf(current: Content, base: ContentInput, given: ContentInput): Spoken[] {
  const own = partsOf(current);
  // With their defaults, so that what nobody touched compares equal; only what is given is taken.
  const before = partsOf(contentSchema.parse(base));
  const now = partsOf(contentSchema.parse(given));
  return Object.entries(partsOf(given)).flatMap(([part, fields]) =>
    Object.keys(fields).map(field => ({
      part,
      field,
      here: own[part]?.[field],
      before: before[part]?.[field],
      now: now[part]?.[field],
    })),
  );
}

function withNow(current: Content, spoken: readonly Spoken[]): Merged {
  const parts = partsOf(current);
  for (const { part, field, now } of spoken) parts[part] = { ...parts[part], [field]: now };
  const checked = contentSchema.safeParse(parts);
  return checked.success
    ? { ok: true, content: checked.data }
    : { ok: false, reason: unsoundWords(checked.error) };
}

function partsOf(content: ContentInput): Parts {
  return Object.fromEntries(Object.entries(content).map(([part, fields]) => [part, { ...fields }]));
}
