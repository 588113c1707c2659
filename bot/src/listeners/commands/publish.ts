import { PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { offersToChoose } from '../../views/offers';
import { publishPreview } from '../../views/publishPreview';
import { inline } from '../../views/text';
import { planStateWords } from '../../views/words';
import { whichOffer } from '../../views/offerMenu';
import { BotServices } from '../services';
import { asOfferName, findManaged } from './findOffer';
import { nothingToPublishWords } from './words';

const APPROVED: readonly PlanSummary['state'][] = ['approved', 'implementing', 'ready'];

/** `/offer publish <name>`: shows what publishing the approved plan would do, and asks. */
export async function publishCommand(
  { offers }: Pick<BotServices, 'offers'>,
  asker: Asker,
  typed: string,
): Promise<Drawn | string> {
  if (!typed) return whichOffer('publish');
  const mine = offers.for(asker);
  const name = asOfferName(typed);
  const exact = name ? await plansOf(mine, name) : [];
  if (exact.length > 0) return previewOf(mine, exact);

  const found = await findManaged(mine, typed);
  if (found.kind === 'none') return nothingToPublishWords(typed);
  if (found.kind === 'several') return offersToChoose(typed, 'publish', found.offers);
  const plans = await plansOf(mine, found.offer.name);
  return plans.length > 0 ? previewOf(mine, plans) : noPlanWords(found.offer.name);
}

async function plansOf(offers: PersonOffers, offer: string): Promise<readonly PlanSummary[]> {
  const { items } = await offers.call('listPlans', { query: { offer, limit: 20 } });
  return items;
}

async function previewOf(
  offers: PersonOffers,
  plans: readonly PlanSummary[],
): Promise<Drawn | string> {
  const approved = plans.find(({ state }) => APPROVED.includes(state));
  if (!approved) return notApprovedWords(plans);
  return publishPreview(await offers.call('previewRelease', { params: { id: approved.id } }));
}

function notApprovedWords(plans: readonly PlanSummary[]): string {
  const [latest] = plans;
  if (!latest) return '';
  const state = `*${inline(latest.title)}*: ${planStateWords[latest.state]}`;
  switch (latest.state) {
    case 'submitted': {
      const { given, required } = latest.approval;
      return `${state} (${given} of ${required} approvals given). It can be published once it is approved.`;
    }
    case 'released':
      return `${state} already.`;
    case 'draft':
    case 'changes-requested':
      return `${state}. Complete the plan in the portal and submit it for approval first.`;
    default:
      return `${state}. Make a new release plan for the offer in the portal.`;
  }
}

function noPlanWords(name: string): string {
  return `\`${name}\` is in no release plan yet. Make one in the portal and submit it for approval first.`;
}
