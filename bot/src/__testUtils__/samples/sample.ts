import { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { anActPreview, anImpact, aPlan } from '../builders';

/** What a sample of a view is drawn of. */
export interface Saying {
  /** stands in every field that a person can write */
  text: string;
  /** how many of everything that there can be several of */
  many: number;
}

/** Draws a view; several when it has several shapes. */
export type Sample = (saying: Saying) => readonly object[];

export const AT = '2026-11-23T17:00:00.000Z';
export const URL = aPlan().url;
export const CHANNEL = 'C0APPROV1';

/** So many of something. */
export function times<T>(many: number, make: (index: number) => T): T[] {
  return Array.from({ length: many }, (_each, index) => make(index));
}

/** Of what holds others, a few: all of them together are many all the same. */
export const fewOf = (many: number) => Math.ceil(many / 50);

/** Somebody with such a name. */
export const named = (text: string) => ({ ref: `user:default/${text}`, name: text });

/** Price lists whose words people wrote. */
export function pricesSaying({ text, many }: Saying) {
  const usage = { kind: 'usage' as const, label: text, amount: '1', unit: text };
  const once = { kind: 'one-off' as const, label: text, amount: '1' };
  const charges = times(many, index => (index % 2 === 0 ? usage : once));
  return [{ currency: 'EUR', audience: [], charges }];
}

/** What a plan does to an offer: a change of everything that there is, with its options. */
export function impactSaying({ text, many }: Saying): OfferImpact {
  const change = { field: 'f', label: text, before: text, after: text, material: true };
  return anImpact({
    title: text,
    kind: 'change',
    changes: times(many, () => change),
    audienceGained: times(many, () => ({ principal: text })),
    audienceLost: times(many, () => ({ principal: text })),
    mayOrder: times(many, () => ({ principal: text })),
    bundles: times(many, () => ({ id: 'b', title: text })),
    subscriptions: many,
    orders: many,
  });
}

/** What an act would do. */
export function actSaying({ text, many }: Saying) {
  const audience = {
    whom: 'in' as const,
    ring: { groups: times(fewOf(many), () => text), percent: 5 },
  };
  const segment = { from: AT, version: 1, state: 'canary' as const, audience };
  return anActPreview({
    title: text,
    now: times(many, () => segment),
    then: times(many, () => segment),
    seenBy: times(many, () => ({ principal: text })),
    orderedBy: times(many, () => ({ principal: text })),
    bundles: times(many, () => ({ id: 'b', title: text })),
    announcements: times(many, () => ({ channel: text, kind: text, at: AT })),
  });
}

/** A gate with much missing. */
export function gateSaying({ text, many }: Saying) {
  const criterion = { id: 'x', title: text, state: 'missing' as const, remedy: text };
  return { gate: 'define-exit' as const, met: false, criteria: times(many, () => criterion) };
}
