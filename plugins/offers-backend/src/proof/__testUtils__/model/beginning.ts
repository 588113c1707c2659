import fc from 'fast-check';
import { Step } from './acts';
import { Contents } from './contents';
import { Who } from './who';
import { Wish } from './wishes';
import { ModelContent, ModelStatus } from './world';

/** What a history begins with: offers with a first draft each, of which the later ones may be bundles of the first. */
export interface Beginning {
  offers: number;
  bundles: boolean;
  /** how many of the offers have been published, so that more can happen to them */
  published: number;
  /** whether the first version of the first offer goes through a ring */
  ringed: boolean;
  /** what was done then, of what is rarely drawn in a row */
  then: Then;
}

/**
 * What it needs is not deployed, or is withdrawn again while it serves; a ring is held, or an end of a bundle's member is planned: with the bundle's own, or with its
 * next version without the member. Or it has moved into the other catalogue, and has a next version or moves back.
 */
type Then = 'nothing' | (typeof RARE)[number];

const RARE = [
  'it waits',
  'it waits again',
  'a ring is held',
  'a member is to end',
  'a bundle is to end',
  'it has moved',
  'it moves back',
] as const;

/** How histories begin. */
export const beginnings: fc.Arbitrary<Beginning> = fc
  .record<Beginning>({
    offers: fc.constantFrom(1, 2, 2, 3),
    bundles: fc.boolean(),
    published: fc.constantFrom(0, 1, 2, 3),
    ringed: fc.constantFrom(true, false, false),
    then: fc.constantFrom<Then>(
      ...(['nothing', 'nothing', 'nothing', 'nothing'] as const),
      ...RARE,
    ),
  })
  .map(enough);

/** A beginning with all that has to be there for what was done then. */
function enough(beginning: Beginning): Beginning {
  const { then, offers, published } = beginning;
  if (then === 'nothing') return beginning;
  if (then === 'a ring is held') {
    return { ...beginning, ringed: true, published: Math.max(1, published) };
  }
  if (then.startsWith('it ')) {
    return { ...beginning, ringed: false, published: Math.max(1, published) };
  }
  return { ...beginning, bundles: true, ringed: false, offers: Math.max(2, offers), published: 2 };
}

/** The contents of the first drafts. */
export function firstContents(
  { offers, bundles, ringed, then }: Beginning,
  contents: Contents,
): ModelContent[] {
  return Array.from({ length: offers }, (_, index) => {
    if (bundles && index > 0) return contents.next(undefined, 'members', { member: 0 });
    if (then.startsWith('it waits') && index === 0) return contents.next(undefined, 'needs');
    return contents.next(undefined, ringed ? 'ring' : 'price');
  });
}

const TWO_HOURS: Step = { kind: 'wait', hours: 2 };

/** What happens before all that is drawn. */
export function firstSteps({ offers, published, then }: Beginning): Step[] {
  const begun = Array.from({ length: Math.min(published, offers) }, (_, offer) =>
    publishing(offer),
  );
  return [...begun.flat(), ...doing(then, offers)];
}

/** What publishes an offer when nothing comes between. */
function publishing(offer: number): Step[] {
  const plan = { do: 'plan', hours: 1, alongside: false } as const;
  return [...approved(plan, offer), calmly('carla', { do: 'release' }, offer), TWO_HOURS];
}

/** What has a plan made and approved when nothing comes between. */
function approved(plan: Wish, offer: number): Step[] {
  return [
    calmly('carla', plan, offer),
    calmly('carla', { do: 'submit' }, offer),
    calmly('mia', { do: 'decide', verdict: 'approve' }, offer),
    calmly('rosa', { do: 'decide', verdict: 'approve' }, offer),
  ];
}

/** What is done once all is published; the first offer is the member, and the second one its bundle. */
function doing(then: Then, offers: number): Step[] {
  const end = { do: 'plan-end', hours: 1, lasts: 150 } as const;
  // Of three offers the last other one, of two the only one: see where an edit of members is resolved.
  const bundleWithoutMember = 1 + offers * (offers - 2);
  const move = { do: 'plan-move', hours: 1 } as const;
  const release = calmly('carla', { do: 'release' }, 0);
  switch (then) {
    case 'it has moved':
      return [...approved(move, 0), release, TWO_HOURS, calmly('carla', { do: 'next' }, 0)];
    case 'it moves back':
      return [...approved(move, 0), TWO_HOURS, release, ...approved(move, 0), release];
    case 'it waits again':
      return [reported('deployed'), TWO_HOURS, reported('withdrawn')];
    case 'a ring is held':
      return [calmly('nils', { do: 'ring', act: 'hold' }, 0)];
    case 'a bundle is to end':
      return approved({ ...end, cover: 'end' }, 0);
    case 'a member is to end':
      return [
        calmly('carla', { do: 'next' }, 1),
        calmly('carla', { do: 'edit', what: 'members', hold: undefined }, bundleWithoutMember),
        ...approved({ ...end, cover: 'bring' }, 0),
      ];
    default:
      return [];
  }
}

/** What a pipeline says of what the first offer needs. */
function reported(status: ModelStatus): Step {
  return calmly('carla', { do: 'report', release: 'a', status }, 0);
}

/** One person does one thing, and nothing comes between. */
function calmly(who: Who, wish: Wish, pick: number): Step {
  const calm = { able: false, twice: false, lost: false, stale: false };
  return { kind: 'together', intents: [{ ...calm, who, wish, pick }], killAt: undefined };
}
