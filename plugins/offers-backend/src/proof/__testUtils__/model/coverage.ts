import { Act, Of } from './act';
import { servedAt } from './life';
import { Model, ModelOffer, ModelPlan } from './world';

/** What histories have to meet, so that what they prove is not an accident of what was drawn. */
export const toBeMet = [
  ...['price', 'title', 'ring', 'needs', 'members', 'place'].map(what => `edit ${what}`),
  ...['new', 'change', 'bundle', 'terminate'].flatMap(scenario => [
    `plan ${scenario}`,
    `release ${scenario}`,
  ]),
  ...['approve', 'request-changes', 'reject'].map(verdict => `decide ${verdict}`),
  ...['promote', 'hold', 'resume', 'roll-back'].map(act => `ring ${act}`),
  ...['released', 'deployed', 'withdrawn'].map(status => `report ${status}`),
  ...['next', 'patch', 'submit', 'cancel', 'break-glass', 'implement', 'ready', 'roll-back'],
  ...['suspend', 'resume', 'delegate', 'revoke'],
  ...['scheduled', 'available', 'canary', 'held', 'suspended', 'ending', 'ended'].map(
    state => `is ${state}`,
  ),
  ...['a member of a bundle ends', 'a bundle ends with its member'],
  ...['plan move', 'an offer moves by time', 'an offer moves by release', 'an offer moves back'],
  ...['what has moved has a next version', 'what serves is held again'],
];

/** How often what was met. */
export class Coverage {
  readonly met = new Map<string, number>(toBeMet.map(what => [what, 0]));

  note(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  /** Notes an act that was done, and what it was done to. */
  done(act: Act, model: Model): void {
    const { plans, offers } = model;
    const plan = 'plan' in act ? plans[act.plan] : undefined;
    this.note(nameOf(act, plan?.moves.length ? 'move' : plan?.scenario));
    if (act.do === 'report' && isHeldAgain(act, model)) this.note('what serves is held again');
    if (act.do !== 'release') return;
    this.ofMoves(plans[act.plan], offers);
    const ends = plans[act.plan]?.ends ?? [];
    const isMember = ({ offer }: { offer: number }) =>
      offers.some(({ versions }) =>
        versions.some(({ content }) => content.members.includes(offer)),
      );
    if (ends.some(isMember)) {
      this.note(ends.length > 1 ? 'a bundle ends with its member' : 'a member of a bundle ends');
    }
  }

  private ofMoves(plan: ModelPlan | undefined, offers: readonly ModelOffer[]): void {
    for (const { offer, into } of plan?.moves ?? []) {
      const by = offers[offer]?.moves.at(-1)?.by ?? 'nobody';
      this.note(into === 'default' ? 'an offer moves back' : `an offer moves by ${by}`);
    }
    const hasMoved = (offer: number) => (offers[offer]?.moves.length ?? 0) > 0;
    if (plan?.brings.some(hasMoved)) this.note('what has moved has a next version');
  }

  /** What nobody did and nothing was. */
  get missing(): string[] {
    return [...this.met].filter(([, times]) => times === 0).map(([what]) => what);
  }
}

/** Whether a report takes away what a version that serves needs. */
function isHeldAgain({ release, status }: Of<'report'>, model: Model): boolean {
  if (status !== 'withdrawn' || model.releases[release].at(-2)?.status !== 'deployed') return false;
  return model.offers.some(offer => {
    const { inside } = servedAt(model, offer, model.now);
    return inside?.version.content.needs === release && inside.state === 'held';
  });
}

function nameOf(act: Act, scenario: string | undefined): string {
  switch (act.do) {
    case 'edit':
      return `edit ${act.what}`;
    case 'plan':
      return act.moves.length > 0 ? 'plan move' : `plan ${act.scenario}`;
    case 'release':
      return `release ${scenario}`;
    case 'decide':
      return `decide ${act.verdict}`;
    case 'ring':
      return `ring ${act.act}`;
    case 'report':
      return `report ${act.status}`;
    default:
      return act.do;
  }
}
