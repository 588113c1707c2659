import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { actionIds } from './actionIds';
import { actions, button, Drawn, quote, section } from './blocks';
import { brief, inline, readersDate } from './text';

type LinkEnded = Extract<DeliveryBody, { kind: 'link-ended' }>;

/** What an account hears whose link somebody else ended: for whom it acts no more, who ended that, and why. */
export function linkEnded({ user, by, reason, at, url }: LinkEnded): Drawn {
  return {
    text: brief(`This Slack account does not act for ${user.name} in the portal any more.`),
    blocks: [
      section(
        `🔗 This Slack account does not act for *${inline(user.name)}* in the portal any more: *${inline(by.name)}* ended the link ${readersDate(at)}.`,
      ),
      section('*Reason*'),
      quote(reason),
      section(
        'If it is yours, link it again: type `/offer link`, and the code on the page of the portal.',
      ),
      actions(button({ action: actionIds.open, text: 'Open the page', url })),
    ],
  };
}
