import { Act } from './act';
import { breakGlass, decide, delegate } from './deciding';
import { change, edit, makePlan, next } from './drafting';
import { operate, report } from './operating';
import { implement, ready, release, rollBack } from './releasing';
import { Model } from './world';

/** Acts that name no key: asked for twice, they are done twice, or refused. */
const WITHOUT_KEY: readonly Act['do'][] = [
  'edit',
  'patch',
  'submit',
  'cancel',
  'implement',
  'ready',
];

/**
 * What comes of an act, by the rules of the design: done, or refused with nothing changed. The one place that says
 * what should happen; it knows nothing of the code.
 */
export function perform(model: Model, act: Act): boolean {
  const isKeyed = !WITHOUT_KEY.includes(act.do);
  if (isKeyed && model.done.includes(act.key)) return true;
  const isDone = attempt(model, act);
  if (isDone && isKeyed) model.done.push(act.key);
  return isDone;
}

function attempt(model: Model, act: Act): boolean {
  switch (act.do) {
    case 'edit':
      return edit(model, act);
    case 'next':
      return next(model, act);
    case 'plan':
      return makePlan(model, act);
    case 'patch':
    case 'submit':
    case 'cancel':
      return change(model, act);
    case 'decide':
      return decide(model, act);
    case 'break-glass':
      return breakGlass(model, act);
    case 'implement':
      return implement(model, act);
    case 'ready':
      return ready(model, act);
    case 'release':
      return release(model, act);
    case 'roll-back':
      return rollBack(model, act);
    case 'report':
      return report(model, act);
    case 'delegate':
    case 'revoke':
      return delegate(model, act);
    default:
      return operate(model, act);
  }
}
