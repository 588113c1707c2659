import { planOverview } from '../../views/planOverview';
import { onManaged } from './onManaged';

const SHOWN = 20;

/** `/offer plan <name>`: where its release plan stands, what is missing, and what comes next. */
export const planCommand = onManaged('plan', async ({ mine, offer }) => {
  const query = { offer: offer.id, limit: SHOWN };
  const { items } = await mine.call('listPlans', { query });
  const [latest, ...earlier] = items;
  const plan = latest && (await mine.call('getPlan', { params: { id: latest.id } }));
  return planOverview(offer, plan, earlier);
});
