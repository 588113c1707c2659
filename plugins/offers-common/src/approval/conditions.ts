import Big from 'big.js';
import { z } from 'zod';
import { jsonSchema } from '../content/json';
import { slugSchema } from '../refs';
import { closed } from './closed';
import { PlanFacts } from './facts';
import { PriceChange } from './priceChanges';

/**
 * When a step is asked for: a closed list of rules with their parameters. Within one entry all of them
 * hold; of several entries one is enough.
 * @public
 */
export const whenSchema = closed({
  scenario: z
    .array(
      z.enum(['new', 'change', 'bundle', 'terminate'], 'name new, change, bundle or terminate'),
    )
    .min(1, 'name at least one scenario')
    .optional(),
  marginUnderFloor: z.boolean('say true or false').optional(),
  priceChangeOver: closed({
    percent: z.number('give a number of per cent').min(0, 'give 0 or more').max(10_000),
    direction: z.enum(['up', 'down', 'either'], 'say up, down or either').default('either'),
  }).optional(),
  audienceEveryone: z.boolean('say true or false').optional(),
  riskRoute: z.enum(['request', 'change'], 'say request or change').optional(),
  terminationWithSubscriptions: z.boolean('say true or false').optional(),
  structureChanges: z.boolean('say true or false').optional(),
  viewChanges: z.boolean('say true or false').optional(),
  rule: closed({ id: slugSchema, params: z.record(z.string(), jsonSchema).default({}) }).optional(),
});

/** One entry of when a step is asked for. @public */
export type When = z.output<typeof whenSchema>;

/** The parameters of the rules that this package knows by itself. @public */
export type NamedConditions = {
  [Name in Exclude<keyof When, 'rule'>]-?: Exclude<When[Name], undefined>;
};

/** What each rule says of a plan. @public */
export const approvalConditions: {
  readonly [Name in keyof NamedConditions]: (
    facts: PlanFacts,
    params: NamedConditions[Name],
  ) => boolean;
} = {
  scenario: ({ scenario }, wanted) => wanted.includes(scenario),
  marginUnderFloor: ({ offers }, wanted) =>
    offers.some(({ margins }) => margins.some(({ verdict }) => verdict === 'under-floor')) ===
    wanted,
  priceChangeOver: ({ offers }, { percent, direction }) =>
    offers.some(offer =>
      offer.priceChanges.some(change => changesOver(change, percent, direction)),
    ),
  audienceEveryone: ({ offers }, wanted) => offers.some(offer => offer.forEveryone) === wanted,
  riskRoute: ({ offers }, wanted) => offers.some(({ riskRoute }) => riskRoute === wanted),
  terminationWithSubscriptions: ({ scenario, liveSubscriptions }, wanted) =>
    (scenario === 'terminate' && liveSubscriptions > 0) === wanted,
  structureChanges: ({ structureChanges }, wanted) => structureChanges > 0 === wanted,
  viewChanges: ({ viewChanges }, wanted) => viewChanges > 0 === wanted,
};

const conditionNames = Object.keys(approvalConditions).filter(isConditionName);

function isConditionName(name: string): name is keyof NamedConditions {
  return Object.hasOwn(approvalConditions, name);
}

/** Multiplied out, since a quotient would be rounded; what cost nothing before changes over any share. */
function changesOver(
  { before, after }: PriceChange,
  percent: number,
  direction: 'up' | 'down' | 'either',
): boolean {
  const difference = new Big(after).minus(before);
  if (direction === 'up' && difference.lt(0)) return false;
  if (direction === 'down' && difference.gt(0)) return false;
  return difference.abs().times(100).gt(new Big(before).times(percent));
}

/**
 * Whether a step is asked for of a plan with these facts.
 *
 * @param when - the entries of the step; without any it is always asked for
 * @param answers - what the rules of other modules said, by {@link ruleKey}
 * @public
 */
export function isAskedFor(
  when: readonly When[] | undefined,
  facts: PlanFacts,
  answers: ReadonlyMap<string, boolean> = new Map(),
): boolean {
  return when === undefined || when.some(entry => holds(entry, facts, answers));
}

/** What tells one question to a module's rule from another. @public */
export function ruleKey({ id, params }: NonNullable<When['rule']>): string {
  return JSON.stringify([id, params]);
}

function holds(entry: When, facts: PlanFacts, answers: ReadonlyMap<string, boolean>): boolean {
  const { rule, ...named } = entry;
  if (rule && answers.get(ruleKey(rule)) !== true) return false;
  return conditionNames.every(name => holdsNamed(name, named, facts));
}

function holdsNamed<Name extends keyof NamedConditions>(
  name: Name,
  named: { readonly [N in Name]?: NamedConditions[N] | undefined },
  facts: PlanFacts,
): boolean {
  const params = named[name];
  return params === undefined || approvalConditions[name](facts, params);
}
