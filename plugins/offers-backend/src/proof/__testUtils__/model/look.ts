import { Desk } from './desk';
import { stateAt } from './life';
import { placeAt } from './places';
import { Seen, Sight } from './resolve';
import { Model } from './world';

const FINAL = ['released', 'rejected', 'cancelled'];

/** What the portal says that the model does not, and what was seen. */
export interface Look {
  faults: string[];
  sight: Sight;
}

/**
 * Holds what managers read of offers and plans against a model. The hash that decisions are given on changes just when
 * the model says that what was approved changed (rule 3).
 */
export async function differences(desk: Desk, model: Model, before: Sight): Promise<Look> {
  const faults: string[] = [];
  const same = (what: string, portal: unknown, expected: unknown) => {
    if (JSON.stringify(portal) !== JSON.stringify(expected)) {
      faults.push(`${what}: ${JSON.stringify(portal)} instead of ${JSON.stringify(expected)}`);
    }
  };
  const offers: Seen[] = [];
  for (const [index, expected] of model.offers.entries()) {
    const offer = await desk.managed(desk.offers[index]?.id ?? '');
    same(
      `versions of ${index}`,
      offer.versions.map(({ number, validFrom }) => [number, validFrom]),
      expected.versions.map(({ number, from }) => [number, from]),
    );
    same(
      `draft of ${index}`,
      offer.draft && [offer.draft.number, offer.draft.content.information.title],
      expected.draft && [expected.draft.number, expected.draft.content.title],
    );
    same(`state of ${index}`, offer.state, stateAt(model, expected, model.now));
    if (desk.keepsTime) {
      same(`catalogue of ${index}`, offer.catalogue, placeAt(expected, model.now));
    }
    offers.push({ revision: offer.revision, stamp: expected.stamp, hash: '', token: 0 });
  }
  const plans: Record<string, Seen> = {};
  for (const [key, expected] of Object.entries(model.plans)) {
    const known = before.plans[key];
    // What has ended does not change any more; it is looked at once more at the end.
    if (known?.stamp === expected.stamp && FINAL.includes(expected.state)) {
      plans[key] = known;
      continue;
    }
    const plan = await desk.planOf(key);
    if (!plan) return { faults: [`the plan ${key} is not there`], sight: before };
    same(`state of plan ${key.slice(0, 8)}`, plan.state, expected.state);
    same(`release of plan ${key.slice(0, 8)}`, plan.releaseAt, expected.releaseAt);
    same(`decisions on plan ${key.slice(0, 8)}`, plan.decisions.length, expected.decisions.length);
    if (known) {
      same(
        `change of plan ${key.slice(0, 8)}`,
        plan.contentHash !== known.hash,
        expected.token !== known.token,
      );
    }
    plans[key] = {
      revision: plan.revision,
      stamp: expected.stamp,
      hash: plan.contentHash,
      token: expected.token,
    };
  }
  return { faults, sight: { offers, plans } };
}
