import { randomUUID } from 'node:crypto';
import { Intent, Who, Wish } from './acts';
import { Act } from './rules';
import { later, Model, ModelContent, ModelPlan, planUnderWay } from './world';

/** What somebody saw of an offer or a plan: what they send back, and what the model knows of that moment. */
export interface Seen {
  revision: number;
  stamp: number;
  hash: string;
  token: number;
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

/** Numbers that no other history has: each edit says something new. */
export class Contents {
  private last = 0;

  next(
    before: ModelContent | undefined,
    what: 'price' | 'title' | 'ring',
    hold?: number,
  ): ModelContent {
    this.last += 1;
    const content = before ?? { id: 0, price: 100, title: 'Offer', ring: undefined };
    const ring = content.ring ? undefined : { hold };
    return {
      ...content,
      id: this.last,
      ...(what === 'price' ? { price: 100 + this.last } : {}),
      ...(what === 'title' ? { title: `Offer as of edit ${this.last}` } : {}),
      // A ring that goes and comes again is not what it was: its price says so.
      ...(what === 'ring' ? { ring, price: 100 + this.last } : {}),
    };
  }
}

const APPROVERS: readonly Who[] = ['mia', 'rosa', 'ravi'];

/** What an intent asks for, of what there is; undefined where there is nothing that it could be about. */
export function resolve(
  model: Model,
  { last, before }: { last: Sight; before: Sight },
  contents: Contents,
  intent: Intent,
): Asked | undefined {
  const sight = intent.stale ? before : last;
  const act = actOf(model, sight, contents, intent);
  if (!act) return undefined;
  return { act, seen: seenOf(sight, act), lost: intent.lost };
}

function seenOf(sight: Sight, act: Act): Seen | undefined {
  if ('plan' in act) return sight.plans[act.plan];
  return 'offer' in act ? sight.offers[act.offer] : undefined;
}

function actOf(model: Model, sight: Sight, contents: Contents, intent: Intent): Act | undefined {
  const { who, wish, pick } = intent;
  const offer = pick % model.offers.length;
  const plans = Object.keys(sight.plans);
  const found = planUnderWay(model, offer);
  const plan = found && pick < 6 ? found[0] : plans[pick % Math.max(1, plans.length)];
  if (wish.do === 'advance') return advance(model, sight, contents, intent);
  const key = randomUUID();
  const { now } = model;
  const stampOf = (id: string) => sight.plans[id]?.stamp ?? -1;
  switch (wish.do) {
    case 'edit': {
      const content = contents.next(model.offers[offer]?.draft?.content, wish.what, wish.hold);
      const stamp = sight.offers[offer]?.stamp ?? -1;
      return { do: 'edit', who, key, offer, stamp, content, material: wish.what !== 'title' };
    }
    case 'next':
    case 'suspend':
    case 'resume':
      return { do: wish.do, who, key, offer };
    case 'plan':
      return { do: 'plan', who, key, offer, releaseAt: later(now, wish.hours), endsAt: undefined };
    case 'plan-end': {
      const releaseAt = later(now, wish.hours);
      return { do: 'plan', who, key, offer, releaseAt, endsAt: later(releaseAt, wish.lasts) };
    }
    case 'ring': {
      const number = 1 + (pick % Math.max(1, model.offers[offer]?.versions.length ?? 1));
      return { do: 'ring', who, key, offer, number, act: wish.act };
    }
    case 'delegate':
      return { do: 'delegate', who, key, hours: wish.hours };
    case 'revoke': {
      const [delegation] = Object.keys(model.delegations);
      return delegation ? { do: 'revoke', who, key, delegation } : undefined;
    }
    default:
      return plan === undefined
        ? undefined
        : ofPlan(wish, { who, key, plan, stamp: stampOf(plan), now, sight });
  }
}

function ofPlan(
  wish: Wish,
  {
    who,
    key,
    plan,
    stamp,
    now,
    sight,
  }: { who: Who; key: string; plan: string; stamp: number; now: string; sight: Sight },
): Act | undefined {
  const token = sight.plans[plan]?.token ?? -1;
  switch (wish.do) {
    case 'patch': {
      const releaseAt = wish.hours === undefined ? undefined : later(now, wish.hours);
      return { do: 'patch', who, key, plan, stamp, releaseAt };
    }
    case 'submit':
    case 'cancel':
      return { do: wish.do, who, key, plan, stamp };
    case 'decide':
      return { do: 'decide', who, key, plan, token, verdict: wish.verdict };
    case 'release':
      return { do: 'release', who, key, plan, token };
    default:
      return undefined;
  }
}

/** What comes next of an offer when all goes well. */
function advance(model: Model, sight: Sight, contents: Contents, intent: Intent): Act | undefined {
  const { pick } = intent;
  const offer = pick % model.offers.length;
  const found = planUnderWay(model, offer);
  const there = model.offers[offer];
  const wish = found
    ? wishFor(found[1], there?.draft?.content.id, there?.versions.at(-1)?.content.id)
    : wishWithout(there);
  const who = whoWould(wish, pick);
  return actOf(model, sight, contents, { ...intent, who, wish, pick: offer });
}

function wishWithout(there: Model['offers'][number] | undefined): Wish {
  return there?.draft ? { do: 'plan', hours: 20 } : { do: 'next' };
}

function wishFor(
  plan: ModelPlan,
  drafted: number | undefined,
  published: number | undefined,
): Wish {
  const isUnchanged = plan.endsAt === undefined && drafted === published;
  if (plan.state === 'submitted') return { do: 'decide', verdict: 'approve' };
  if (plan.state === 'approved') return { do: 'release' };
  return isUnchanged ? { do: 'edit', what: 'price', hold: undefined } : { do: 'submit' };
}

function whoWould(wish: Wish, pick: number): Who {
  return wish.do === 'decide' ? (APPROVERS[pick % APPROVERS.length] ?? 'mia') : 'carla';
}
