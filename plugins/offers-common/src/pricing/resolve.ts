import Big from 'big.js';
import { Principals } from '../audience/audience';
import { bundleReach } from '../bundle/bundleReach';
import { BundleStep } from '../content/bundle';
import { Content } from '../content/content';
import { Asked, settleChoices } from './choices';
import { Chosen, countProblems, effectsOf } from './effects';
import { QuoteRefusal } from './quoteAnswer';
import { memberOptions, takenSteps } from './steps';

/** The version of a member that serves the viewer, and that they can order. @public */
export interface QuotedMember {
  title: string;
  number: number;
  content: Content;
}

/** A version with what was chosen of it, and for a bundle its members in the same way. */
export interface Resolved {
  content: Content;
  chosen: Chosen;
  notes: readonly string[];
  quantity: Big;
  /** where it stands in the bundle, with the version that serves; undefined for what is quoted itself */
  place: { step: string; title: string; number: number } | undefined;
  members: readonly Resolved[];
}

/** What resolving needs to know beside the version itself. */
export interface Surroundings {
  principals: Principals;
  at: string;
  /** by offer id; a member that is not here cannot be ordered by this viewer now */
  members: ReadonlyMap<string, QuotedMember>;
}

/** A version with everything chosen, or why that cannot be. */
export type ResolveResult = { ok: true; resolved: Resolved } | { ok: false; refusal: QuoteRefusal };

/** The same words whichever member it is, and whether it is hidden or only stopped (rule 1). */
const NOT_ORDERABLE: QuoteRefusal = {
  code: 'not-orderable',
  message: 'A part of this bundle cannot be ordered by you at that time, so the bundle cannot.',
  fields: [],
};

/** Settles the choices of a version, and of the members that they take. */
export function resolve(
  content: Content,
  asked: Asked & { steps: readonly string[]; quantity: number },
  surroundings: Surroundings,
): ResolveResult {
  const budget = { steps: bundleReach.steps };
  return resolveAt(content, asked, {
    ...surroundings,
    budget,
    trail: [],
    quantity: new Big(asked.quantity),
    place: undefined,
  });
}

interface Place extends Surroundings {
  budget: { steps: number };
  /** the offers above this one: a bundle that holds itself ends here */
  trail: readonly string[];
  quantity: Big;
  place: Resolved['place'];
}

function resolveAt(
  content: Content,
  asked: Asked & { steps: readonly string[] },
  here: Place,
): ResolveResult {
  const settled = settleChoices(content.options, asked, here.at);
  if (!settled.ok) return refusedAt(here, settled.fields);
  const { options, toggles, notes } = settled;
  const chosen = { options, toggles };
  const uncountable = countProblems(effectsOf(content.options, chosen), chosen);
  if (uncountable.length > 0) return refusedAt(here, uncountable);
  const own = { content, chosen, notes, quantity: here.quantity, place: here.place };
  if (!content.bundle) {
    return asked.steps.length === 0
      ? { ok: true, resolved: { ...own, members: [] } }
      : refusedAt(here, [
          { field: 'steps', remedy: 'This offer is no bundle; take the steps out' },
        ]);
  }
  const taken = takenSteps(content.bundle, asked.steps);
  if (!taken.ok) return refusedAt(here, taken.fields);
  const members: Resolved[] = [];
  for (const step of taken.steps) {
    const member = resolveMember(step, chosen, here);
    if (!member.ok) return member;
    members.push(member.resolved);
  }
  return { ok: true, resolved: { ...own, members } };
}

function resolveMember(step: BundleStep, chosen: Chosen, above: Place): ResolveResult {
  const member = above.members.get(step.offerId);
  above.budget.steps -= 1;
  const isTooFar = above.trail.length >= bundleReach.levels || above.budget.steps < 0;
  if (!member || isTooFar || above.trail.includes(step.offerId)) {
    return { ok: false, refusal: NOT_ORDERABLE };
  }
  const key = above.place ? `${above.place.step}/${step.key}` : step.key;
  return resolveAt(
    member.content,
    { options: memberOptions(step, chosen.options), toggles: {}, steps: [] },
    {
      ...above,
      trail: [...above.trail, step.offerId],
      quantity: above.quantity.times(step.quantity),
      place: { step: key, title: member.title, number: member.number },
    },
  );
}

/** What a member misses is told at the place of its step: the bundle maps the options. */
function refusedAt({ place }: Place, fields: QuoteRefusal['fields']): ResolveResult {
  const told = place
    ? fields.map(({ field, remedy }) => ({ field: `steps.${place.step}.${field}`, remedy }))
    : fields;
  const first = told[0];
  return {
    ok: false,
    refusal: {
      code: 'invalid-input',
      message: first ? `${first.field}: ${first.remedy}` : 'Mend the choices.',
      fields: told,
    },
  };
}
