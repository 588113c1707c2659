import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { actionIds } from './actionIds';
import { actions, button, Drawn, facts, section } from './blocks';
import { forWhom } from './notes';
import { cut, escape, inline, readersDate } from './text';

type Reminder = Extract<DeliveryBody, { kind: 'reminder' }>;

/** What reminds an approver of a plan that still waits for them. */
export function reminder(waiting: Reminder): Drawn {
  const { planTitle, stepTitle, requestedBy, waitingSince, releaseAt, expiresAt, url } = waiting;
  const title = cut(planTitle, 200);
  return {
    text: escape(`⏰ “${title}” still waits for your decision.`),
    blocks: [
      section(`⏰ *${inline(title)}* still waits for your decision${forWhom(waiting)}`),
      facts([
        ['Step', inline(stepTitle)],
        ['Asked by', inline(requestedBy.name)],
        ['Waits since', readersDate(waitingSince)],
        ['Release date', readersDate(releaseAt)],
        ['Decide before', expiresAt && readersDate(expiresAt)],
      ]),
      actions(button({ action: actionIds.open, text: 'Open the plan', url, style: 'primary' })),
    ],
  };
}
