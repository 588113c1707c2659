import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { actionIds } from './actionIds';
import { actions, button, Drawn, facts, section } from './blocks';
import { forWhom } from './notes';
import { cut, escape, inline, readersDate } from './text';
import { turnLine } from './turn';
import { planStateWords } from './words';

type Reminder = Extract<DeliveryBody, { kind: 'reminder' }>;

/** What reminds an approver of a plan that still waits for them. */
export function reminder(waiting: Reminder): Drawn {
  if (waiting.over) return reminderOver(waiting, waiting.over);
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
      section('Decide on its card in this conversation, or on the Home tab of this app.'),
      actions(button({ action: actionIds.open, text: 'Open the plan', url, style: 'primary' })),
    ],
  };
}

/** In the place of a reminder once nothing waits: a message of yesterday must not ask for what is settled. */
function reminderOver(
  { planTitle, url }: Reminder,
  { state, turn }: NonNullable<Reminder['over']>,
): Drawn {
  const title = cut(planTitle, 200);
  const now =
    state === 'submitted'
      ? 'Its card says what is asked now, and of whom.'
      : [`It is now: ${planStateWords[state]}.`, ...(turn ? [turnLine(turn)] : [])].join('\n');
  return {
    text: escape(`“${title}” does not wait for your decision any more.`),
    blocks: [
      section(`*${inline(title)}* does not wait for your decision any more.\n${now}`),
      actions(button({ action: actionIds.open, text: 'Open the plan', url })),
    ],
  };
}
