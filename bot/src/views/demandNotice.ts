import { DemandNotice } from '@offerdesk/backstage-plugin-offers-common';
import { actionIds } from './actionIds';
import { actions, button, Drawn, quote, section } from './blocks';
import { cut, escape, inline, readersDate } from './text';

/** What happened, as it is said of a demand. */
const happened: Readonly<Record<DemandNotice['event'], string>> = {
  plan: 'is in a plan now',
  unplan: 'waits for another plan, since the one that it was in ended without it',
  finish: 'is done: what it asked for was released',
  decline: 'was declined',
  merge: 'was merged into another that asks for the same; you hear what becomes of that one',
  reopen: 'was opened again',
};

/** What whoever raised a demand hears in person when something becomes of it. */
export function demandNotice({
  title,
  event,
  happenedTo,
  by,
  reason,
  at,
  url,
}: DemandNotice): Drawn {
  const name = cut(title, 200);
  const what = `${happenedTo === 'own' ? '' : ', the one that it was merged into,'} ${happened[event]}`;
  const doer = by ? `*${inline(by.name)}*, ` : '';
  return {
    text: escape(`Your demand “${name}”${what}.`),
    blocks: [
      section(`Your demand *${inline(name)}*${what}\n${doer}${readersDate(at)}`),
      ...(reason?.trim() ? [section('*Reason*'), quote(reason)] : []),
      actions(button({ action: actionIds.open, text: 'Open the demand', url })),
    ],
  };
}
