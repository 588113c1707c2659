import { randomUUID } from 'node:crypto';
import { Act } from './act';
import { whoWould, wishToGoOn } from './advance';
import { Intent } from './acts';
import { Who } from './who';
import { Contents } from './contents';
import { planEnd, planMove, planning } from './plannedActs';
import { later, Model, ModelOffer, planMoving, planUnderWay } from './world';

/** What somebody saw of an offer or a plan: what they send back, and what the model knows of that moment. */
export interface Seen {
  revision: number;
  stamp: number;
  hash: string;
  token: number;
  /** what was expected of it then, and found */
  as: string;
}

/** What was seen of everything, last and before. */
export interface Sight {
  offers: Seen[];
  plans: Record<string, Seen>;
}

/** An act with what it is sent by. */
export interface Asked {
  act: Act;
  seen: Seen | undefined;
  lost: boolean;
}

/** Who are named as implementers; of the approvers one, so that enough are left. */
const IMPLEMENTERS: readonly Who[] = ['nils', 'ravi', 'carla', 'ben'];

/** What an intent asks for, of what there is; undefined where there is nothing that it could be about. */
export function resolve(
  model: Model,
  { last, before }: { last: Sight; before: Sight },
  contents: Contents,
  intent: Intent,
): Asked | undefined {
  const sight = intent.stale ? before : last;
  const meant = meantBy(model, intent);
  const act = actOf(model, sight, contents, meant);
  return act && { act, seen: seenOf(sight, act), lost: intent.lost };
}

function meantBy(model: Model, intent: Intent): Intent {
  const { wish, pick, able, who } = intent;
  if (wish.do === 'advance') {
    return { ...intent, ...wishToGoOn(model, pick % model.offers.length, pick) };
  }
  return { ...intent, who: able ? whoWould(wish, pick) : who };
}

function seenOf(sight: Sight, act: Act): Seen | undefined {
  if ('plan' in act) return sight.plans[act.plan];
  return 'offer' in act ? sight.offers[act.offer] : undefined;
}

function actOf(model: Model, sight: Sight, contents: Contents, intent: Intent): Act | undefined {
  const { who, wish, pick } = intent;
  const offer = pick % model.offers.length;
  const by = { who, key: randomUUID() };
  switch (wish.do) {
    case 'edit': {
      const others = Math.max(1, model.offers.length - 1);
      const which = Math.floor(pick / model.offers.length) % others;
      const member = (offer + 1 + which) % model.offers.length;
      const drafted = model.offers[offer]?.draft?.content;
      const { what, hold } = wish;
      const content = contents.next(drafted, what, member === offer ? { hold } : { hold, member });
      return { ...by, do: 'edit', offer, stamp: sight.offers[offer]?.stamp ?? -1, content, what };
    }
    case 'next':
    case 'suspend':
      return { ...by, do: wish.do, offer };
    case 'resume': {
      const isStopped = ({ suspensions }: ModelOffer) =>
        suspensions.some(({ until }) => until === undefined);
      return { ...by, do: 'resume', offer: rather(model, isStopped, pick) };
    }
    case 'plan':
      return { ...by, ...planning(model, offer, wish) };
    case 'plan-end':
      return { ...by, ...planEnd(model, offer, wish) };
    case 'plan-move': {
      const plan = planMove(model, offer, wish);
      return plan && { ...by, ...plan };
    }
    case 'ring': {
      const ringed = rather(model, offerOf => ringIn(offerOf) !== undefined, pick);
      const number = ringIn(model.offers[ringed]) ?? 1;
      return { ...by, do: 'ring', offer: ringed, number, act: wish.act };
    }
    case 'roll-back': {
      const versions = model.offers[offer]?.versions ?? [];
      const number = 1 + (pick % Math.max(1, versions.length));
      return { ...by, do: 'roll-back', offer, number };
    }
    case 'report':
      return { ...by, ...wish };
    case 'delegate':
      return { ...by, do: 'delegate', hours: wish.hours };
    case 'revoke': {
      const [delegation] = Object.keys(model.delegations);
      return delegation ? { ...by, do: 'revoke', delegation } : undefined;
    }
    default:
      return ofPlan(model, sight, intent, { ...by, offer });
  }
}

/** An offer that something can be done to, rather than one to which it cannot. */
function rather({ offers }: Model, is: (offer: ModelOffer) => boolean, pick: number): number {
  const fit = offers.flatMap((offer, index) => (is(offer) ? [index] : []));
  return fit[pick % Math.max(1, fit.length)] ?? pick % offers.length;
}

/** The last version of an offer that goes through a ring. */
function ringIn(offer: ModelOffer | undefined): number | undefined {
  return offer?.versions.filter(({ content }) => content.ring).at(-1)?.number;
}

/** An act on the plan that an offer is in, or now and then on any. */
function ofPlan(
  model: Model,
  sight: Sight,
  { wish, pick }: Intent,
  { who, key, offer }: { who: Who; key: string; offer: number },
): Act | undefined {
  const plans = Object.keys(sight.plans);
  const found = planUnderWay(model, offer) ?? planMoving(model, offer);
  const plan = found && pick < 9 ? found[0] : plans[pick % Math.max(1, plans.length)];
  if (plan === undefined) return undefined;
  const { stamp = -1, token = -1 } = sight.plans[plan] ?? {};
  const by = { who, key, plan };
  switch (wish.do) {
    case 'patch': {
      const releaseAt = wish.hours === undefined ? undefined : later(model.now, wish.hours);
      return { ...by, do: 'patch', stamp, releaseAt };
    }
    case 'submit':
    case 'cancel':
    case 'ready':
      return { ...by, do: wish.do, stamp };
    case 'implement': {
      const implementer = IMPLEMENTERS[pick % IMPLEMENTERS.length] ?? 'nils';
      return { ...by, do: 'implement', stamp, implementer };
    }
    case 'decide':
      return { ...by, do: 'decide', token, verdict: wish.verdict };
    case 'break-glass':
    case 'release':
      return { ...by, do: wish.do, token };
    default:
      return undefined;
  }
}
