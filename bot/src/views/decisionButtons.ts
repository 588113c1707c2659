import { PlanCard } from '@offerdesk/backstage-plugin-offers-common';
import { Button } from '@slack/types';
import { actionIds } from './actionIds';
import { button, confirmation } from './blocks';
import { cut } from './text';
import { PlanValue } from './values';

/** Approve, with a confirmation; Reject… and Request changes…, which ask for a reason. */
export function decisionButtons({
  planId,
  contentHash,
  title,
}: Pick<PlanCard, 'planId' | 'contentHash' | 'title'>): Button[] {
  const value: PlanValue = { p: planId, h: contentHash };
  const carried = JSON.stringify(value);
  return [
    button({
      action: actionIds.approve,
      text: 'Approve',
      style: 'primary',
      value: carried,
      confirm: confirmation({
        title: 'Approve this plan?',
        text: `You approve “${cut(title, 120)}” as it is shown here. A change of its content asks for approval again.`,
        confirm: 'Approve',
      }),
    }),
    button({ action: actionIds.reject, text: 'Reject…', style: 'danger', value: carried }),
    button({ action: actionIds.requestChanges, text: 'Request changes…', value: carried }),
  ];
}
