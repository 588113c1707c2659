import { Act } from './act';
import { Intent, Step } from './acts';
import { Desk, Outcome } from './desk';
import { Answered, explanations } from './linear';
import { Contents } from './contents';
import { Coverage } from './coverage';
import { stateAt } from './life';
import { changedIn, differences, Thing } from './look';
import { Viewer } from './orderable';
import { Asked, resolve, Sight } from './resolve';
import { later, Model } from './world';

/** What happened, to be read when something is wrong. */
export interface Told {
  at: string;
  acts: string[];
}

/** Lets something go wrong while a step is taken. */
export interface Trouble {
  /** at an instant of the step that the number says; never without one */
  arm(at: number | undefined): void;
  /** ends it: from now on the portal answers again */
  rest(): Promise<void>;
}

/** The portal, and what the model knows of it, step by step. */
export class History {
  private sight: { last: Sight; before: Sight };
  readonly told: Told[] = [];
  /** what the model said last that people are listed */
  readonly lists = new Map<Viewer, string>();
  private turn = 0;
  readonly begun: string;
  requests = 0;
  unanswered = 0;

  constructor(
    public model: Model,
    readonly desk: Desk,
    private readonly contents: Contents,
    private readonly trouble: Trouble,
    sight: Sight,
    private readonly coverage = new Coverage(),
  ) {
    this.begun = model.now;
    this.sight = { last: sight, before: sight };
  }

  /** Lets a step happen, and looks whether the model can explain what came of it. */
  async take(step: Step): Promise<void> {
    if (step.kind === 'wait') {
      await this.pass(step.hours * 3_600);
      this.tell([]);
      return;
    }
    const asked = oneMove(step.intents.flatMap(intent => this.asked(intent)));
    this.trouble.arm(step.killAt);
    const first = await Promise.all(asked.map(each => this.send(each)));
    await this.trouble.rest();
    this.tell(asked.map((each, index) => said(each, first[index])));
    // What nobody heard of is asked for again with the same key: it is done once.
    const again: Answered[] = [];
    for (const [index, each] of asked.entries()) {
      if (first[index]?.outcome !== 'unknown') continue;
      const answer = await this.send({ ...each, lost: false });
      again.push(answer);
      this.tell([`again ${said(each, answer)}`]);
    }
    await this.explain(first, again);
    await this.pass(1);
  }

  private asked(intent: Intent): Asked[] {
    const asked = resolve(this.model, this.sight, this.contents, intent);
    if (!asked) return [];
    return intent.twice ? [asked, asked] : [asked];
  }

  private async send({ act, seen, lost }: Asked): Promise<Answered> {
    this.turn += 1;
    this.requests += 1;
    const { outcome, why } = await this.desk.send(act, seen, this.turn);
    const heard: Outcome = lost ? 'unknown' : outcome;
    if (heard === 'unknown') this.unanswered += 1;
    return { act, outcome: heard, ...(why ? { why } : {}) };
  }

  private tell(acts: string[]): void {
    this.told.push({ at: this.model.now, acts });
  }

  private async explain(together: readonly Answered[], after: readonly Answered[]): Promise<void> {
    const possible = after.reduce(
      (models, answer) => models.flatMap(model => explanations(model, [answer])),
      explanations(this.model, together),
    );
    const faults: string[] = [];
    const isAsked = this.lookedAt(possible, [...together, ...after]);
    for (const model of possible) {
      const found = await differences(this.desk, model, { before: this.sight.last, isAsked });
      if (found.faults.length === 0) {
        this.model = model;
        this.cover([...together, ...after]);
        this.sight = { before: this.sight.last, last: found.sight };
        return;
      }
      faults.push(found.faults.join('; '));
    }
    const why =
      possible.length === 0 ? 'no order of these requests gives these answers' : faults.join(' | ');
    throw new Error(`The rules do not explain what happened: ${why}\n${this.story()}`);
  }

  /**
   * What managers look at: what somebody asked to change, whatever came of it, what one of the models says is another by now,
   * and all the rest in turns, each in every fourth step.
   */
  private lookedAt(
    possible: readonly Model[],
    answered: readonly Answered[],
  ): (thing: Thing) => boolean {
    const { length: step } = this.told;
    const asked = new Set<Thing | undefined>([
      ...answered.map(({ act }) => thingOf(act)),
      ...possible.flatMap(model => changedIn(this.desk, model, this.sight.last)),
    ]);
    const turnOf = (thing: Thing) => (typeof thing === 'number' ? thing : thing.charCodeAt(0));
    return thing => asked.has(thing) || (step + turnOf(thing)) % 4 === 0;
  }

  /** @throws Error with the whole story, where anything is not as the model says */
  async lookAtAll(): Promise<void> {
    const looking = { before: this.sight.last, isAsked: () => true };
    const { faults } = await differences(this.desk, this.model, looking);
    if (faults.length > 0) throw new Error(`In the end ${faults.join('; ')}\n${this.story()}`);
  }

  private cover(answered: readonly Answered[]): void {
    for (const { act, outcome } of answered) {
      if (outcome === 'done') this.coverage.done(act, this.model);
    }
    for (const offer of this.model.offers) {
      this.coverage.note(`is ${stateAt(this.model, offer, this.model.now)}`);
    }
  }

  /** What has happened so far, to be read. */
  story(): string {
    return this.told
      .map(({ at, acts }) => `${at} ${acts.join(' || ') || 'time passes'}`)
      .join('\n');
  }

  /** Lets the model know what time it is by now, where others moved the clock. */
  catchUp(): void {
    this.model = { ...this.model, now: this.desk.now() };
  }

  private async pass(seconds: number): Promise<void> {
    await this.desk.pass(seconds);
    this.model = { ...this.model, now: later(this.model.now, seconds / 3_600) };
  }
}

/** Of plans of moves one is made at a time: which of two of one instant was asked for first, the portal alone decides. */
function oneMove(asked: readonly Asked[]): Asked[] {
  const moves = ({ act }: Asked) => act.do === 'plan' && act.moves.length > 0;
  const key = asked.find(moves)?.act.key;
  return asked.filter(each => !moves(each) || each.act.key === key);
}

/** What an act is about. */
function thingOf(act: Act): Thing | undefined {
  if ('offer' in act) return act.offer;
  return 'plan' in act ? act.plan : undefined;
}

function said({ act, lost }: Asked, answered: Answered | undefined): string {
  const { key: _key, ...rest } = act;
  const { outcome, why } = answered ?? { outcome: '?' };
  return `${JSON.stringify(rest)}${lost ? ' lost' : ''} -> ${outcome}${why ? `: ${why}` : ''}`;
}
