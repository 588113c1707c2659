import {
  effectiveFrom,
  endImpact,
  judgedMargins,
  newOfferImpact,
  OfferImpact,
  Termination,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { BroughtOffer, offersBy, publishedVersionsOf, versionAt } from '../offers/reading';
import { dependantsOf } from './dependants';
import { factsOf, PlanFacts } from './gateFacts';
import { PlanItems } from './items';

type People = ReadonlyMap<string, number>;

/** What the release of a plan does to each offer: versions first, then ends. */
export async function impactsOf(
  connection: Connection,
  releaseAt: string,
  items: PlanItems,
  people: People,
): Promise<OfferImpact[]> {
  const facts = await factsOf(connection, { releaseAt, now: '' }, items);
  const impacts: OfferImpact[] = [];
  for (const brought of items.offers) {
    impacts.push(await versionImpact(connection, releaseAt, { brought, facts, people }));
  }
  for (const termination of items.terminations) {
    impacts.push(...(await terminationImpact(connection, termination, facts, people)));
  }
  return impacts;
}

async function versionImpact(
  connection: Connection,
  releaseAt: string,
  { brought, facts, people }: { brought: BroughtOffer; facts: PlanFacts; people: People },
): Promise<OfferImpact> {
  const { offer, draft, serving } = brought;
  const from = effectiveFrom(draft.content, releaseAt, '');
  const memberOf = (id: string) => facts.bundles.members.get(id)?.content;
  const after = judgedMargins(draft.content, memberOf);
  const before = serving && judgedMargins(serving.content, memberOf);
  return newOfferImpact({
    offerId: offer.id,
    interaction: offer.interaction,
    owner: offer.owner,
    content: draft.content,
    from,
    people,
    serving: serving?.content,
    margins: { before, after },
    members: new Map([...facts.bundles.members].map(([id, { title }]) => [id, title])),
    entangled: { bundles: serving ? await dependantsOf(connection, offer.id, from) : [] },
  });
}

async function terminationImpact(
  connection: Connection,
  termination: Termination,
  facts: PlanFacts,
  people: People,
): Promise<OfferImpact[]> {
  const { offerId, replacedBy, endsAt } = termination;
  const published = await publishedVersionsOf(connection, [offerId]);
  const serving = versionAt(published, endsAt) ?? published.at(-1);
  const [replacement] = replacedBy ? await offersBy(connection, [replacedBy]) : [];
  const known = facts.terminations.find(each => each.termination.offerId === offerId);
  if (!serving) return [];
  return [
    endImpact({
      termination,
      title: known?.title ?? serving.content.information.title,
      serving: serving.content,
      replacement: replacement?.title,
      people,
      entangled: { bundles: await dependantsOf(connection, offerId, endsAt) },
    }),
  ];
}
