import type { Criterion } from '@offerdesk/backstage-plugin-offers-common';
import { isBlocking } from '@offerdesk/backstage-plugin-offers-common';

/** The sections of the editor in their order: the key of their title, and the fields that are in them. */
export const SECTIONS = [
  { id: 'information', title: 'draft.info.title', fields: ['owner', 'content.information'] },
  { id: 'product', title: 'draft.product.title', fields: ['content.product'] },
  {
    id: 'audience',
    title: 'draft.audience.title',
    fields: ['content.access.see', 'content.access.order'],
  },
  { id: 'rings', title: 'draft.rings.title', fields: ['content.access.rings'] },
  { id: 'pricing', title: 'draft.pricing.title', fields: ['content.pricing'] },
  { id: 'terms', title: 'draft.promise.title', fields: ['content.terms'] },
  { id: 'options', title: 'options.title', fields: ['content.options'] },
  { id: 'bundle', title: 'members.title', fields: ['content.bundle'] },
  { id: 'plans', title: 'draft.served.title', fields: ['content.plans'] },
  { id: 'knowledge', title: 'draft.know.title', fields: ['content.knowledge'] },
  { id: 'monitoring', title: 'draft.watch.title', fields: ['content.monitoring'] },
  { id: 'succession', title: 'draft.succession.title', fields: ['content.succession'] },
  { id: 'validity', title: 'draft.valid.title', fields: ['content.validity'] },
] as const;

/** Which section of the editor. */
export type SectionId = (typeof SECTIONS)[number]['id'];

/** How many things each section still misses; those that miss nothing are not in it. */
export function missingIn(
  criteria: readonly Pick<Criterion, 'state' | 'field'>[],
): ReadonlyMap<SectionId, number> {
  const counts = new Map<SectionId, number>();
  for (const criterion of criteria.filter(isBlocking)) {
    const section = SECTIONS.find(({ fields }) =>
      fields.some(field => criterion.field === field || criterion.field?.startsWith(`${field}.`)),
    );
    if (section) counts.set(section.id, (counts.get(section.id) ?? 0) + 1);
  }
  return counts;
}
