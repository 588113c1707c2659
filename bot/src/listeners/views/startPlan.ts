import { isBlocking, Plan, scenarioSchema } from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { actionIds } from '../../views/actionIds';
import { inline, readersDate } from '../../views/text';
import { BotServices } from '../services';
import { Done, Filled } from './filled';

/** Starts the plan that a form describes, with the draft that it brings. */
export async function startPlan(
  { offers, zoneOf }: Pick<BotServices, 'offers' | 'zoneOf'>,
  { asker, value, key }: Filled,
): Promise<Done> {
  const mine = offers.for(asker);
  // Who they are tells where they are.
  await mine.signIn();
  const release = { local: `${value('date')}T${value('time')}`, zone: zoneOf(asker) ?? 'UTC' };
  const offer = value('offer', actionIds.wizardManaged);
  await beginDraft(mine, offer, key);
  const plan = await mine.call('createPlan', {
    body: { scenario: scenarioSchema.parse(value('scenario')), offerIds: [offer], release },
    idempotencyKey: key,
  });
  const { title, releaseAt, url } = plan;
  return {
    text: `📝 Started: *${inline(title)}*, to be released ${readersDate(releaseAt)}. ${missingWords(plan)}`,
    url,
  };
}

/** A plan brings the draft of an offer: one that is published and has none gets its next version first. */
async function beginDraft(mine: PersonOffers, offer: string, key: string): Promise<void> {
  const { can } = await mine.call('getOffer', { params: { id: offer } });
  if (!can.startNextVersion) return;
  await mine.call('startNextVersion', {
    params: { id: offer },
    body: {},
    idempotencyKey: `${key}-draft`,
  });
}

function missingWords({ gate }: Plan): string {
  const missing = gate.criteria.filter(isBlocking).length;
  if (missing === 0) return 'Nothing is missing: submit it with `/offer plan`, or in the portal.';
  const criteria = missing === 1 ? 'One criterion is' : `${missing} criteria are`;
  return `${criteria} still missing: complete it in the portal, then submit it there or with \`/offer plan\`.`;
}
