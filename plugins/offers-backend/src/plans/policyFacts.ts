import { OfferFacts, offerFacts, PlanFacts } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { offersBy, publishedVersionsOf } from '../offers/reading';
import { movedBy } from '../structure/moved';
import { bundleFacts } from './bundleFacts';
import { PlanItems } from './items';
import { StoredPlan } from './store';

/** What the approval policy may look at in a plan, from what is stored. */
export async function factsOf(
  connection: Connection,
  plan: Pick<StoredPlan, 'id' | 'scenario' | 'releaseAt' | 'createdBy' | 'submittedBy'>,
  items: PlanItems,
): Promise<PlanFacts> {
  const { offers, terminations, changes } = items;
  const { members } = await bundleFacts(connection, items, { releaseAt: plan.releaseAt, now: '' });
  const memberOf = (id: string) => members.get(id)?.content;
  const views = changes.filter(({ kind }) => kind.startsWith('view')).length;
  return {
    planId: plan.id,
    scenario: plan.scenario,
    releaseAt: plan.releaseAt,
    requestedBy: plan.submittedBy ?? plan.createdBy,
    offers: [
      ...offers.map(({ offer, draft, serving }) =>
        offerFacts({
          offerId: offer.id,
          name: offer.name,
          owner: offer.owner,
          content: draft.content,
          before: serving?.content,
          memberOf,
        }),
      ),
      ...(await standingFacts(connection, [
        ...terminations.map(({ offerId }) => offerId),
        ...movedBy(changes).filter(id => !offers.some(({ offer }) => offer.id === id)),
      ])),
    ],
    structureChanges: changes.length - views,
    viewChanges: views,
    // There are no subscriptions before there are orders.
    liveSubscriptions: 0,
  };
}

/** What ends or moves is known by its last version: who owns it, what it links to, whom it is for. */
async function standingFacts(
  connection: Connection,
  offerIds: readonly string[],
): Promise<OfferFacts[]> {
  const ending = await offersBy(connection, offerIds);
  const published = await publishedVersionsOf(connection, offerIds);
  return ending.flatMap(({ id, name, owner }) =>
    published
      .filter(({ offerId }) => offerId === id)
      .slice(-1)
      .map(({ content }) =>
        offerFacts({
          offerId: id,
          name,
          owner,
          content,
          before: content,
          memberOf: () => undefined,
        }),
      ),
  );
}
