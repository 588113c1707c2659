import { Who } from './who';
import { Wish } from './wishes';
import { Model, ModelOffer, ModelPlan, planUnderWay } from './world';

const APPROVERS: readonly Who[] = ['mia', 'rosa', 'ravi'];

/** What comes next of an offer when all goes well, and who would do it; a number draws among the ways. */
export function wishToGoOn(
  model: Model,
  offer: number,
  drawn: number,
): { wish: Wish; who: Who; pick: number } {
  const found = planUnderWay(model, offer);
  const there = model.offers[offer];
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
      return isUnchanged(plan, there)
        ? { do: 'edit', what: 'price', hold: undefined }
        : { do: 'submit' };
  }
}

function isUnchanged({ brings }: ModelPlan, there: ModelOffer | undefined): boolean {
  return brings.length > 0 && there?.draft?.content.id === there?.versions.at(-1)?.content.id;
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
