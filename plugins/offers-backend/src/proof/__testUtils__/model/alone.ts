import { Step } from './acts';
import { Beginning, firstContents, firstSteps } from './beginning';
import { Contents } from './contents';
import { Coverage } from './coverage';
import { stateAt } from './life';
import { resolve, Seen, Sight } from './resolve';
import { perform } from './rules';
import { aModel, later, Model } from './world';

/** Lets a history happen to the model alone, where everybody is answered at once; notes what it meets. */
export function happenAlone(
  beginning: Beginning,
  steps: readonly Step[],
  coverage: Coverage,
  start: string,
): void {
  const contents = new Contents();
  const model = aModel(start, firstContents(beginning, contents));
  for (const step of [...firstSteps(beginning), ...steps]) {
    if (step.kind === 'wait') {
      model.now = later(model.now, step.hours);
      continue;
    }
    for (const intent of step.intents) {
      const sight = sightOf(model);
      const asked = resolve(model, { last: sight, before: sight }, contents, intent);
      if (asked && perform(model, asked.act)) coverage.done(asked.act, model);
    }
    model.now = later(model.now, 1 / 3_600);
    for (const offer of model.offers) coverage.note(`is ${stateAt(model, offer, model.now)}`);
  }
}

/** What everybody sees who has just looked. */
function sightOf({ offers, plans }: Model): Sight {
  const seen = ({ stamp }: { stamp: number }, token = 0): Seen => ({
    revision: 0,
    hash: '',
    stamp,
    token,
    as: '',
  });
  return {
    offers: offers.map(offer => seen(offer)),
    plans: Object.fromEntries(
      Object.entries(plans).map(([key, plan]) => [key, seen(plan, plan.token)]),
    ),
  };
}
