import { Who } from './who';
import { isComplete } from './gate';
import { Of } from './act';
import { later, Model, ModelPlan } from './world';

const APPROVERS: readonly Who[] = ['ravi', 'mia', 'rosa'];
const STAND_IN: Who = 'vera';
const GLASS_BREAKER: Who = 'nils';
const NEEDED = 2;

/** Rule 4: everyone who had a part: who wrote or implements what a plan brings, or made, changed or submitted it. */
function excluded({ offers }: Model, { authors, implementers, brings }: ModelPlan): Who[] {
  const wrote = brings.flatMap(offer => offers[offer]?.draft?.authors ?? []);
  return [...authors, ...implementers, ...wrote];
}

/** Whether a plan is approved as it is now: by enough of those who may, each once, or by one in an emergency. */
export function approvedNow(model: Model, plan: ModelPlan): boolean {
  const had = excluded(model, plan);
  const { broken } = plan;
  if (broken && broken.token === plan.token && !had.includes(broken.by)) return true;
  const given = plan.decisions.filter(
    ({ by, seat, token, verdict }) =>
      verdict === 'approve' && token === plan.token && !had.includes(by) && !had.includes(seat),
  );
  return given.length >= NEEDED;
}

function seatsOf({ delegations, now }: Model, who: Who): Who[] {
  const given = Object.values(delegations).filter(
    ({ from, until, revoked }) => who === STAND_IN && !revoked && from <= now && now < until,
  );
  return [who, ...given.map(({ by }) => by).sort()].filter(seat => APPROVERS.includes(seat));
}

/** Decides on a plan. */
export function decide(model: Model, act: Of<'decide'>): boolean {
  const plan = model.plans[act.plan];
  if (!plan || plan.state !== 'submitted' || plan.token !== act.token) return false;
  const had = excluded(model, plan);
  const onThis = plan.decisions.filter(({ token }) => token === plan.token);
  if (had.includes(act.who) || onThis.some(({ by }) => by === act.who)) return false;
  const seat = seatsOf(model, act.who).find(
    free =>
      !had.includes(free) && !onThis.some(given => given.seat === free && !had.includes(given.by)),
  );
  if (!seat || (act.verdict === 'approve' && !isComplete(model, plan))) return false;
  plan.decisions.push({ by: act.who, seat, verdict: act.verdict, token: plan.token });
  plan.stamp += 1;
  if (act.verdict === 'reject') plan.state = 'rejected';
  else if (act.verdict === 'request-changes') plan.state = 'changes-requested';
  else if (approvedNow(model, plan)) plan.state = 'approved';
  return true;
}

/** Approves alone, in an emergency. */
export function breakGlass(model: Model, act: Of<'break-glass'>): boolean {
  const plan = model.plans[act.plan];
  if (!plan || act.who !== GLASS_BREAKER || plan.state !== 'submitted') return false;
  if (plan.token !== act.token || excluded(model, plan).includes(act.who)) return false;
  if (!isComplete(model, plan)) return false;
  plan.broken = { by: act.who, token: plan.token };
  plan.state = 'approved';
  plan.stamp += 1;
  return true;
}

/** Lets another stand in, or takes that back. */
export function delegate(model: Model, act: Of<'delegate' | 'revoke'>): boolean {
  if (!APPROVERS.includes(act.who)) return false;
  if (act.do === 'delegate') {
    const until = later(model.now, act.hours);
    model.delegations[act.key] = { by: act.who, from: model.now, until, revoked: false };
    return true;
  }
  const given = model.delegations[act.delegation];
  if (given?.by !== act.who) return false;
  given.revoked = true;
  return true;
}
