import { isBlocking, Plan, PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { Button, KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import {
  actions,
  button,
  confirmation,
  context,
  Drawn,
  facts,
  fitted,
  header,
  section,
} from './blocks';
import { offerImpactBlocks } from './offerImpact';
import { offerMenu } from './offerMenu';
import { cut, escape, inline, lines, readersDate } from './text';
import { ChooseValue, PlanActValue, PlanStart } from './values';
import { planStateWords, scenarioWords } from './words';

/** What is known of an offer's plans, and what another one would begin with. */
export interface PlansOfOffer {
  /** the latest */
  plan: Plan | undefined;
  earlier: readonly PlanSummary[];
  /** where none is under way, and the person may make one */
  start?: PlanStart | undefined;
  /** whether the form for that stands open beside this */
  isOpen?: boolean;
}

/** Where the latest plan of an offer stands, what it misses, what it would do, and what comes next. */
export function planOverview(offer: { name: string; title: string }, plans: PlansOfOffer): Drawn {
  const { plan, earlier } = plans;
  if (!plan) return noPlan(offer, plans);
  const title = `${planStateWords[plan.state]}: ${plan.title}`;
  return {
    text: escape(cut(title, 500)),
    blocks: fitted(
      [header(title), summary(plan), ...missing(plan)],
      plan.impact.map(offerImpactBlocks),
      [
        ...earlierBlocks(earlier),
        ...startBlocks(plans),
        actions(...startButtons(plans), ...nextSteps(offer, plan)),
      ],
      left => context(`… and ${left} more ${left === 1 ? 'offer' : 'offers'}: see the portal`),
    ),
  };
}

/** The button that shows where the plan of an offer stands, and starts one where none is under way. */
export function planButton(name: string, text: string): Button {
  const value: ChooseValue = { c: 'plan', n: name };
  return button({ action: actionIds.choose, text, value: JSON.stringify(value) });
}

/** What is said beside the form of a plan whose offer is still to be chosen. */
export function choosePlan(isOpen: boolean): Drawn {
  const toStart = isOpen
    ? 'To start a plan, choose its offer in the form.'
    : 'To start a plan, open the form and choose its offer there.';
  const text = `${toStart} To see where the plan of an offer stands, type its name after the command: \`/offer plan postgres-production\`.`;
  return {
    text,
    blocks: [
      section(`${text} Or find it here:`),
      offerMenu('plan'),
      ...(isOpen ? [] : [actions(button({ action: actionIds.startPlan, text: 'Start a plan…' }))]),
    ],
  };
}

function noPlan({ name, title }: { name: string; title: string }, plans: PlansOfOffer): Drawn {
  const buttons = startButtons(plans);
  return {
    text: escape(cut(`${title} is in no release plan yet.`, 500)),
    blocks: [
      section(`*${inline(title)}* (\`${name}\`) is in no release plan yet. ${startWords(plans)}`),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  };
}

function startWords({ start, isOpen }: PlansOfOffer): string {
  if (!start) return 'Who manages the catalogue starts one.';
  return isOpen ? 'The form to start one is open.' : 'Start one here.';
}

function startBlocks({ start, isOpen }: PlansOfOffer): KnownBlock[] {
  if (!start) return [];
  return [
    context(
      isOpen
        ? 'No plan is under way. The form to start one is open.'
        : 'No plan is under way. What is published is changed or ended by the next plan.',
    ),
  ];
}

function startButtons({ start }: PlansOfOffer) {
  if (!start) return [];
  const value = JSON.stringify(start);
  return [button({ action: actionIds.startPlan, text: 'Start a plan…', style: 'primary', value })];
}

function summary({ scenario, releaseAt, approval, gate }: Plan): KnownBlock {
  const met = gate.criteria.filter(criterion => !isBlocking(criterion)).length;
  return facts([
    ['Scenario', scenarioWords(scenario)],
    ['Release date', readersDate(releaseAt)],
    // A draft has asked nobody yet.
    [
      'Approvals',
      approval.required > 0 ? `${approval.given} of ${approval.required} given` : undefined,
    ],
    ['Criteria', `${met} of ${gate.criteria.length} met or waived`],
  ]);
}

function missing({ gate }: Plan): KnownBlock[] {
  const blocking = gate.criteria.filter(isBlocking);
  if (blocking.length === 0) return [];
  const rows = blocking.map(
    ({ title, remedy }) => `• ${inline(title, 100)}${remedy ? `: ${inline(remedy, 250)}` : ''}`,
  );
  return [section(`⚠️ *Still missing*\n${lines(rows, 2000)}`)];
}

function earlierBlocks(earlier: readonly PlanSummary[]): KnownBlock[] {
  if (earlier.length === 0) return [];
  const rows = earlier.map(({ title, state }) => `${planStateWords[state]}: ${inline(title, 80)}`);
  return [context(`Earlier plans\n${lines(rows, 800)}`)];
}

function nextSteps({ name }: { name: string }, plan: Plan) {
  const submit: PlanActValue = { p: plan.id, r: plan.revision };
  const publish: ChooseValue = { c: 'publish', n: name };
  return [
    ...(plan.can.submit
      ? [
          button({
            action: actionIds.submitPlan,
            text: 'Submit for approval',
            style: 'primary',
            value: JSON.stringify(submit),
            confirm: confirmation({
              title: 'Submit this plan?',
              text: `“${cut(plan.title, 120)}” is submitted as shown, and its approvers are asked.`,
              confirm: 'Submit',
            }),
          }),
        ]
      : []),
    ...(plan.can.release
      ? [
          button({
            action: actionIds.choose,
            text: 'Publish…',
            style: 'primary' as const,
            value: JSON.stringify(publish),
          }),
        ]
      : []),
    button({ action: actionIds.open, text: 'Open the plan', url: plan.url }),
  ];
}
