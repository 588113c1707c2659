import { PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { Drawn, told } from '../../views/blocks';
import { offersToChoose } from '../../views/offers';
import { planButton } from '../../views/planOverview';
import { publishPreview } from '../../views/publishPreview';
import { inline } from '../../views/text';
import { planStateWords } from '../../views/words';
import { whichOffer } from '../../views/offerMenu';
import { BotServices } from '../services';
import { asOfferName, findManaged } from './findOffer';
import { anotherPlanWords, noPlan, nothingToPublishWords } from './words';

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
  if (name && exact.length > 0) return previewOf(mine, name, exact);

  const found = await findManaged(mine, typed);
  if (found.kind === 'none') return nothingToPublishWords(typed);
  if (found.kind === 'several') return offersToChoose(typed, 'publish', found.offers);
  const { name: foundName } = found.offer;
  return previewOf(mine, foundName, await plansOf(mine, foundName));
}

async function plansOf(offers: PersonOffers, offer: string): Promise<readonly PlanSummary[]> {
  const { items } = await offers.call('listPlans', { query: { offer, limit: 20 } });
  return items;
}

async function previewOf(
  offers: PersonOffers,
  name: string,
  plans: readonly PlanSummary[],
): Promise<Drawn> {
  const [latest] = plans;
  if (!latest) return noPlan(name);
  const approved = plans.find(({ state }) => APPROVED.includes(state));
  if (!approved) return notApproved(name, latest);
  return publishPreview(await offers.call('previewRelease', { params: { id: approved.id } }));
}

function notApproved(name: string, { title, state, approval }: PlanSummary): Drawn {
  const plan = `*${inline(title)}*: ${planStateWords[state]}`;
  switch (state) {
    case 'submitted': {
      const { given, required } = approval;
      return told(
        `${plan} (${given} of ${required} approvals given). It can be published once it is approved.`,
        planButton(name, 'Show the plan'),
      );
    }
    case 'released':
      return told(
        `${plan} already. What is published is changed by the next plan: \`/offer plan ${name}\` starts it.`,
        planButton(name, 'Plan a change…'),
      );
    case 'draft':
    case 'changes-requested':
      return told(
        `${plan}. \`/offer plan ${name}\` shows what is missing; complete it, and submit it for approval there.`,
        planButton(name, 'Show the plan'),
      );
    default:
      return told(`${plan}. ${anotherPlanWords(name)}`, planButton(name, 'Start a plan…'));
  }
}
