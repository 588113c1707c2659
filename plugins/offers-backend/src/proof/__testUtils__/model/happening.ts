import fc from 'fast-check';
import { Step, step } from './acts';
import { Beginning, firstContents, firstSteps } from './beginning';
import { Contents } from './contents';
import { Coverage } from './coverage';
import { categoryIn } from './asContent';
import { Asked, Desk } from './desk';
import { atTheEnd } from './ending';
import { History, Trouble } from './history';
import { changedLists, Glance, violations } from './invariants';
import { aModel, later } from './world';

/** Who owns the offers of the histories: nils is one of them. */
export const OWNER = 'group:default/operations';

/** How the portals of histories are set: two have to approve; a category for each history. */
export const settingsFor = (histories: number) => ({
  categories: ['databases', ...Array.from({ length: histories }, (_, index) => `h${index}`)].map(
    id => ({ id, title: id }),
  ),
  approval: {
    approvers: ['group:default/release-managers'],
    required: 2,
    breakGlass: { groups: [OWNER] },
  },
});

/** Makes the catalogue into which offers of histories move, with a category for each history. */
export async function openOffice({ as }: Pick<Asked, 'as'>, histories: number): Promise<void> {
  const carla = as('carla');
  const categories = Array.from({ length: histories }, (_, index) =>
    categoryIn(`h${index}`, 'office'),
  );
  const { id, revision } = await carla('createPlan', {
    body: {
      scenario: 'change',
      changes: [
        { kind: 'catalogue-create', target: 'office', body: { title: 'Office', owner: OWNER } },
        ...categories.map(target => ({
          kind: 'category-create' as const,
          target,
          body: { title: target, catalogue: 'office' },
        })),
      ],
      release: { local: '2026-12-01T09:00', zone: 'UTC' },
    },
  });
  const { contentHash } = await carla('submitPlan', { params: { id }, revision });
  for (const approver of ['mia', 'rosa']) {
    await as(approver)('decide', { params: { id }, body: { contentHash, verdict: 'approve' } });
  }
  await carla('releasePlan', { params: { id }, body: { contentHash } });
}

interface Begun {
  start: string;
  coverage?: Coverage;
}

/** A history that begins at an instant. */
export async function begin(
  desk: Desk,
  trouble: Trouble,
  { start, coverage, ...beginning }: Beginning & Begun,
): Promise<History> {
  desk.portal.clock.set(start);
  const contents = new Contents();
  const first = firstContents(beginning, contents);
  for (const content of first) await desk.draft(content);
  const seen = first.map(() => ({ revision: 1, stamp: 0, hash: '', token: 0, as: '' }));
  const sight = { offers: seen, plans: {} };
  const history = new History(aModel(start, first), desk, contents, trouble, sight, coverage);
  for (const taken of firstSteps(beginning)) await history.take(taken);
  return history;
}

/** What one command of fast-check does to a history. */
class Happens implements fc.AsyncCommand<object, { history: History }> {
  constructor(
    private readonly taken: Step,
    private readonly elsewhen: number,
  ) {}

  check = () => true;

  async run(_model: object, { history }: { history: History }): Promise<void> {
    await history.take(this.taken);
    fail(history, await changedLists(history.desk, history.model, history.lists));
    if (this.elsewhen % 8 !== 0) return;
    await look(history, { elsewhen: later(history.begun, this.elsewhen), isLast: false });
  }

  toString = () => JSON.stringify(this.taken);
}

/** What may happen. */
export const happenings = (maxCommands: number) =>
  fc.commands(
    [
      fc
        .record({ step, elsewhen: fc.integer({ min: -10, max: 200 }) })
        .map(({ step: each, elsewhen }) => new Happens(each, elsewhen)),
    ],
    { maxCommands, size: 'max' },
  );

/** @throws Error with the whole story, where a rule is broken now or at the other instant */
async function look(history: History, glance: Glance): Promise<void> {
  const { desk, model } = history;
  fail(history, await violations(desk, model, glance));
}

/** Looks once more when all has happened and everything was told. */
export async function lookBack(history: History, sent: readonly string[]): Promise<void> {
  const { desk, model } = history;
  await history.lookAtAll();
  await look(history, { elsewhen: later(history.begun, 50), isLast: true });
  fail(history, await atTheEnd(desk, model, sent));
}

function fail(history: History, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${history.story()}`);
}
