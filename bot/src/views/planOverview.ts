import { isBlocking, Plan, PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
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
import { cut, escape, inline, lines, readersDate } from './text';
import { ChooseValue, PlanActValue } from './values';
import { planStateWords, scenarioWords } from './words';

/** Where the latest plan of an offer stands, what it misses, what it would do, and what comes next. */
export function planOverview(
  offer: { name: string; title: string },
  plan: Plan | undefined,
  earlier: readonly PlanSummary[],
): Drawn {
  if (!plan) return noPlan(offer);
  const title = `${planStateWords[plan.state]}: ${plan.title}`;
  return {
    text: escape(cut(title, 500)),
    blocks: fitted(
      [header(title), summary(plan), ...missing(plan)],
      plan.impact.map(offerImpactBlocks),
      [...earlierBlocks(earlier), actions(...nextSteps(offer, plan))],
      left => context(`… and ${left} more ${left === 1 ? 'offer' : 'offers'}: see the portal`),
    ),
  };
}

function noPlan({ name, title }: { name: string; title: string }): Drawn {
  const text = `*${inline(title)}* (\`${name}\`) is in no release plan yet. Make one in the portal, then submit it for approval.`;
  return { text: escape(cut(`${title} is in no release plan yet.`, 500)), blocks: [section(text)] };
}

function summary({ scenario, releaseAt, approval, gate }: Plan): KnownBlock {
  const met = gate.criteria.filter(criterion => !isBlocking(criterion)).length;
  return facts([
    ['Scenario', scenarioWords(scenario)],
    ['Release date', readersDate(releaseAt)],
    ['Approvals', `${approval.given} of ${approval.required} given`],
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
