import {
  Announcement,
  ClaimedDelivery,
  DeliveryBody,
} from '@offerdesk/backstage-plugin-offers-common';
import { announcement } from '../views/announcement';
import { approvalCard, isDecidedInPortal, withdrawnCard } from '../views/approvalCard';
import { Drawn } from '../views/blocks';
import { comment } from '../views/comments';
import { demandNotice } from '../views/demandNotice';
import { digest } from '../views/digest';
import { linkEnded } from '../views/linkEnded';
import { breakGlassNotice, correctionNote, decisionNote, outcomeNotice } from '../views/notes';
import { offerNameIn } from '../views/offerAddress';
import { reminder } from '../views/reminder';

/** The message of a delivery, drawn from the state that came with the claim. */
export function drawMessage(
  body: DeliveryBody,
  to: ClaimedDelivery['target']['kind'] = 'channel',
): Drawn {
  switch (body.kind) {
    case 'approval-card':
      return approvalCard(body.card);
    case 'card-withdrawn':
      return withdrawnCard();
    case 'decision-note':
      return decisionNote(body.note);
    case 'outcome-notice':
      return outcomeNotice(body);
    case 'plan-comment':
      return comment(body);
    case 'reminder':
      return reminder(body);
    case 'break-glass-notice':
      return breakGlassNotice(body);
    case 'announcement':
      return announcement(body.announcement, to === 'person');
    case 'correction-note':
      return correctionNote(body);
    case 'digest':
      return digest(body);
    case 'link-ended':
      return linkEnded(body);
    case 'demand-notice':
      return demandNotice(body);
    default:
      throw new Error('This release of the bot does not know this kind of message: update the bot');
  }
}

/** What has ended cannot be ordered by anybody. */
function announcementFooter({ kind, url }: Announcement): string {
  const name = offerNameIn(url);
  if (kind === 'ended' || name === undefined) return 'Offerdesk';
  return `Offerdesk · \`/offer why ${name}\` tells whether you can order it`;
}

/** The small line under every message, which also carries the delivery's key. */
export function footerOf(body: DeliveryBody): string {
  switch (body.kind) {
    case 'approval-card':
      if (body.card.state !== 'submitted') return 'Offerdesk · release plan';
      return isDecidedInPortal(body.card)
        ? 'Offerdesk · decided in the portal'
        : 'Offerdesk · decide here or in the portal';
    case 'announcement':
      return announcementFooter(body.announcement);
    default:
      return 'Offerdesk';
  }
}
