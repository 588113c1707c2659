import { Who } from './who';
import { placeAt } from './places';
import { EditOf, Wish } from './wishes';
import { Model, ModelOffer, ModelPlan, planMoving, planUnderWay } from './world';

const APPROVERS: readonly Who[] = ['mia', 'rosa', 'ravi'];

/** What comes next of an offer when all goes well, and who would do it; a number draws among the ways. */
export function wishToGoOn(
  model: Model,
  offer: number,
  drawn: number,
): { wish: Wish; who: Who; pick: number } {
  const there = model.offers[offer];
  const moving = planMoving(model, offer);
  const found =
    drawn % 2 === 0 ? planUnderWay(model, offer) : (moving ?? planUnderWay(model, offer));
  const wish = found ? goOn(found[1], there, drawn) : begin(there, drawn);
  return { wish, who: whoWould(wish, drawn), pick: offer };
}

function begin(there: ModelOffer | undefined, drawn: number): Wish {
  if (there?.draft) return { do: 'plan', hours: 1 + drawn * 3, alongside: drawn % 4 === 3 };
  return { do: 'next' };
}

function goOn(plan: ModelPlan, there: ModelOffer | undefined, drawn: number): Wish {
  switch (plan.state) {
    case 'submitted':
      return drawn % 6 === 5 ? { do: 'break-glass' } : { do: 'decide', verdict: 'approve' };
    case 'approved':
      return drawn % 3 === 0 ? { do: 'implement' } : { do: 'release' };
    case 'implementing':
      return { do: 'ready' };
    case 'ready':
      return { do: 'release' };
    default:
      return missingIn(plan, there) ?? { do: 'submit' };
  }
}

/** What a draft has to be made ready by for its plan to be asked for. */
function missingIn(plan: ModelPlan, there: ModelOffer | undefined): Wish | undefined {
  const draft = plan.brings.length > 0 ? there?.draft?.content : undefined;
  if (!draft || !there) return undefined;
  const edit = (what: EditOf): Wish => ({ do: 'edit', what, hold: undefined });
  if (draft.named !== placeAt(there, plan.releaseAt)) return edit('place');
  return draft.id === there.versions.at(-1)?.content.id ? edit('price') : undefined;
}

/** Who does what by role: the act is done if nothing else stands against it. */
export function whoWould({ do: wanted }: Wish, drawn: number): Who {
  switch (wanted) {
    case 'decide':
    case 'delegate':
    case 'revoke':
      return APPROVERS[drawn % APPROVERS.length] ?? 'mia';
    case 'break-glass':
    case 'suspend':
    case 'resume':
    case 'ring':
      return 'nils';
    default:
      return 'carla';
  }
}
