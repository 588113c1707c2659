import { isFinalPlanState, ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { Drawn } from '../../views/blocks';
import { choosePlan, planOverview } from '../../views/planOverview';
import { cut } from '../../views/text';
import { PlanStart } from '../../views/values';
import { planModal } from '../../views/wizards';
import { OfferCommand } from './offerCommand';
import { OnOffer, onManaged } from './onManaged';

const SHOWN = 20;

const planOf = onManaged('plan', planOrForm);

/**
 * `/offer plan <name>`: where its release plan stands, what is missing, and what comes next; where none is under way, the
 * form to start one, at once. Without a name: the form with a choice of offer.
 */
export const planCommand: OfferCommand = async (services, asker, typed, openForm) => {
  if (typed) return planOf(services, asker, typed, openForm);
  return choosePlan(await openForm(planModal()));
};

async function planOrForm({ mine, offer, openForm }: OnOffer): Promise<Drawn> {
  const query = { offer: offer.id, limit: SHOWN };
  const { items } = await mine.call('listPlans', { query });
  const [latest, ...earlier] = items;
  const plan = latest && (await mine.call('getPlan', { params: { id: latest.id } }));
  if (plan && !isFinalPlanState(plan.state)) return planOverview(offer, { plan, earlier });
  const start = await startOf(mine, offer.id);
  const isOpen = start !== undefined && (await openForm(planModal(start)));
  return planOverview(offer, { plan, earlier, start, isOpen });
}

/** What a plan of an offer begins with, for those who may make one. */
async function startOf(mine: PersonOffers, id: string): Promise<PlanStart | undefined> {
  const [{ can }, offer] = await Promise.all([
    mine.call('me', {}),
    mine.call('getOffer', { params: { id } }),
  ]);
  const isPossible = offer.can.plan || offer.can.startNextVersion;
  if (!can.includes('managePlan') || !isPossible) return undefined;
  return { o: id, t: cut(offer.title, 75), s: scenarioFor(offer) };
}

function scenarioFor({ versions, draft }: ManagedOffer): PlanStart['s'] {
  if (versions.length > 0) return 'change';
  return draft?.content.bundle ? 'bundle' : 'new';
}
