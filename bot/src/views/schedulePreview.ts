import { LocalTime, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { actionIds } from './actionIds';
import { actions, button, confirmation, Drawn, facts, header, section } from './blocks';
import { cut, escape, inline, lines, readersDate } from './text';
import { PlanActValue } from './values';
import { planStateWords, reachWords } from './words';

/** Another release date, and what is known of that day. */
export interface NewDate {
  to: LocalTime;
  at: string;
  clashes: readonly string[];
}

/** What another release date of a plan would mean, with the buttons to set it or not. */
export function schedulePreview(plan: Plan, { to, at, clashes }: NewDate): Drawn {
  const title = `Schedule: ${plan.title}`;
  const mayOrder = distinct(plan.impact.flatMap(impact => impact.mayOrder));
  const value: PlanActValue = { p: plan.id, r: plan.revision, d: to.local, z: to.zone };
  return {
    text: escape(cut(`${title}?`, 500)),
    blocks: [
      header(title),
      facts([
        ['Now', readersDate(plan.releaseAt)],
        ['Then', `${readersDate(at)}\n_${to.local.replace('T', ' ')} in ${inline(to.zone)}_`],
        ['Plan', planStateWords[plan.state]],
        ['May order it', mayOrder.length > 0 ? reachWords(mayOrder) : undefined],
      ]),
      ...(asksAgain(plan)
        ? [
            section(
              '⚠️ The date is part of what is approved: approvals given so far count no more, and its approvers are asked again.',
            ),
          ]
        : []),
      ...(clashes.length > 0
        ? [
            section(
              `⚠️ *That day*\n${lines(
                clashes.map(clash => `• ${inline(clash, 300)}`),
                1500,
              )}`,
            ),
          ]
        : []),
      actions(
        button({
          action: actionIds.schedulePlan,
          text: 'Set this date',
          style: 'primary',
          value: JSON.stringify(value),
          confirm: confirmation({
            title: 'Set this date?',
            text: `“${cut(plan.title, 120)}” is planned for ${to.local.replace('T', ' ')} (${to.zone}).`,
            confirm: 'Set it',
          }),
        }),
        button({ action: actionIds.cancelAct, text: 'Cancel' }),
      ),
    ],
  };
}

/** Each group or person once, however many of the offers are for them. */
function distinct<T extends { principal: string }>(reach: readonly T[]): T[] {
  return [...new Map(reach.map(each => [each.principal, each])).values()];
}

function asksAgain({ state }: Plan): boolean {
  return state !== 'draft' && state !== 'changes-requested';
}
