import {
  Content,
  ContentInput,
  contentSchema,
  hashJson,
} from '@offerdesk/backstage-plugin-offers-common';

type Fields = Record<string, unknown>;
type Parts = Record<string, Fields>;

/**
 * The draft after a source gave new content. Field by field: what people have not touched since the
 * source's last word takes the new word; what they changed stays as they wrote it.
 *
 * @param current - the draft as it is
 * @param base - what the source said at the import before
 * @param given - what the source says now
 */
export function mergeSource(current: Content, base: ContentInput, given: ContentInput): Content {
  const merged: Parts = partsOf(current);
  // With their defaults, so that what nobody touched compares equal; only what is given is taken.
  const before = partsOf(contentSchema.parse(base));
  const now = partsOf(contentSchema.parse(given));
  for (const [part, fields] of Object.entries(partsOf(given))) {
    for (const field of Object.keys(fields)) {
      const own = merged[part] ?? {};
      const isUntouched = hashJson(own[field] ?? null) === hashJson(before[part]?.[field] ?? null);
      if (isUntouched) merged[part] = { ...own, [field]: now[part]?.[field] };
    }
  }
  return contentSchema.parse(merged);
}

function partsOf(content: ContentInput): Parts {
  return Object.fromEntries(Object.entries(content).map(([part, fields]) => [part, { ...fields }]));
}
