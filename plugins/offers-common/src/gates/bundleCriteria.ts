import { cycleThrough, MemberGraph, stepsFault } from '../bundle/graph';
import { requiredOptions } from '../bundle/orderNeeds';
import { stepTitles } from '../bundle/stepTitles';
import { Audience } from '../content/access';
import { Bundle, BundleStep } from '../content/bundle';
import { Content } from '../content/content';
import { Options } from '../content/options';
import { optionNames } from '../options/optionNames';
import { takenSteps } from '../pricing/steps';
import { EVERYONE } from '../refs';
import { Criterion, criterion } from './gate';

/** What is known of a member of a bundle when the bundle is released. @public */
export interface MemberFacts {
  title: string;
  /** what the bundle would order: brought by the same plan, or serving; absent when there is none */
  content: Content | undefined;
  /** whether it is offered by then: live, or brought by the same plan */
  live: boolean;
}

/** What the soundness of bundles looks at. @public */
export interface BundleFacts {
  members: ReadonlyMap<string, MemberFacts>;
  graph: MemberGraph;
}

/** Whether a bundle is sound (rule 8): each criterion says what to mend. @public */
export function bundleCriteria(
  offerId: string,
  content: Pick<Content, 'bundle' | 'access' | 'options' | 'pricing'>,
  facts: BundleFacts,
): Criterion[] {
  const { bundle } = content;
  if (!bundle) return [];
  const steps = (fault: string | undefined) => ({ remedy: fault ?? '', field: 'content.bundle' });
  const round = cycleThrough(offerId, facts.graph);
  const titles = stepTitles(bundle.steps, id => facts.members.get(id)?.title);
  const stepTitle = (key: string) => titles.get(key) ?? key;
  const mapping = optionFaults(bundle, content.options, facts, stepTitle)[0];
  const choice = choiceFault(bundle, stepTitle);
  const order = stepsFault(bundle.steps, stepTitle);
  return [
    ...memberCriteria(bundle, facts),
    criterion('bundle-acyclic', 'No bundle within itself', !round, {
      remedy: `The bundle would hold itself, by way of ${(round ?? []).map(id => titleOf(facts, id)).join(', ')}: take one of them out.`,
      field: 'content.bundle.steps',
    }),
    criterion('bundle-steps', 'Steps in order', !order, steps(order)),
    criterion('bundle-choices', 'Choices that can be made', !choice, steps(choice)),
    criterion('bundle-options', 'Options of members are filled', !mapping, steps(mapping)),
    criterion('bundle-price', 'Price rule', hasPrice(bundle, content.pricing.priceLists.length), {
      remedy: 'The bundle has a price of its own: add its price lists, or let it be the sum.',
      field: 'content.pricing.priceLists',
    }),
    audienceCriterion(bundle, content.access.order, facts),
  ];
}

function memberCriteria({ steps }: Bundle, facts: BundleFacts): Criterion[] {
  const unknown = steps.filter(step => !facts.members.has(step.offerId));
  const away = steps.filter(step => facts.members.get(step.offerId)?.live === false);
  return [
    criterion('bundle-members', 'Members exist', unknown.length === 0, {
      remedy: `No offer stands behind ${keysOf(unknown)}: choose another, or take the step out.`,
      field: 'content.bundle.steps',
    }),
    criterion('bundle-live', 'Members are offered', away.length === 0, {
      remedy: `Not offered by then: ${away.map(step => titleOf(facts, step.offerId)).join(', ')}. Publish them first, or bring them in this plan.`,
      field: 'content.bundle.steps',
    }),
  ];
}

/** Compared by name, since who is in a group is not known here: so it warns and does not stop. */
function audienceCriterion({ steps }: Bundle, order: Audience, facts: BundleFacts): Criterion {
  const without = steps.flatMap(step => {
    const member = facts.members.get(step.offerId)?.content?.access.order;
    if (!member || member.allow.includes(EVERYONE)) return [];
    const lacking = order.allow.filter(principal => !member.allow.includes(principal));
    return lacking.map(principal => `${principal} (${titleOf(facts, step.offerId)})`);
  });
  return criterion('bundle-audience', 'Members for the same audience', without.length === 0, {
    remedy: `Not named among those who may order a member: ${without.join(', ')}. They can order the bundle only if another of their groups is.`,
    field: 'content.access.order',
    consequence: 'warning',
  });
}

/** What a step is called, by its key. */
type StepTitle = (key: string) => string;

function choiceFault({ steps, choices }: Bundle, stepTitle: StepTitle): string | undefined {
  const keys = new Set(choices.map(({ key }) => key));
  if (keys.size < choices.length) return 'Give each choice a key of its own.';
  const lost = steps.find(({ choice }) => choice !== undefined && !keys.has(choice));
  if (lost) {
    return `The step ${stepTitle(lost.key)} belongs to the choice ${lost.choice}, which is not there.`;
  }
  const short = choices.find(({ key, atLeast, atMost }) => {
    const count = steps.filter(({ choice }) => choice === key).length;
    return count < Math.max(1, atLeast) || count < atMost;
  });
  return short && `The choice ${short.title} asks for more steps than it has; add steps to it.`;
}

function optionFaults(
  { steps }: Bundle,
  own: Options,
  facts: BundleFacts,
  stepTitle: StepTitle,
): string[] {
  const offered = new Set([...optionNames(own.schema), ...Object.keys(own.fixed)]);
  return steps.flatMap(step => {
    const member = facts.members.get(step.offerId)?.content;
    if (!member) return [];
    const title = stepTitle(step.key);
    return [
      ...mappingFaults(step, title, member.options, offered),
      // Nobody is asked for the choices of a bundle within another one.
      ...(member.bundle && !takenSteps(member.bundle, []).ok
        ? [
            `The member of step ${title} is a bundle of which something has to be chosen, and within a bundle nobody can: give it steps that it always has, or take it out.`,
          ]
        : []),
    ];
  });
}

function mappingFaults(
  step: BundleStep,
  title: string,
  member: Options,
  offered: ReadonlySet<string>,
): string[] {
  const known = optionNames(member.schema);
  return [
    ...Object.entries(step.options).flatMap(([name, source]) => [
      ...(known.has(name) ? [] : [`The member of step ${title} has no option ${name}.`]),
      ...('from' in source && !offered.has(source.from)
        ? [`The bundle has no option ${source.from}, which step ${title} takes ${name} from.`]
        : []),
    ]),
    ...requiredOptions(member)
      .filter(name => !(name in step.options))
      .map(name => `Step ${title} leaves the required option ${name} empty: map it.`),
  ];
}

function hasPrice({ price }: Bundle, lists: number): boolean {
  return price.rule !== 'fixed' || lists > 0;
}

function keysOf(steps: readonly BundleStep[]): string {
  return steps.map(({ key }) => key).join(', ');
}

function titleOf({ members }: BundleFacts, offerId: string): string {
  return members.get(offerId)?.title ?? 'this bundle';
}
