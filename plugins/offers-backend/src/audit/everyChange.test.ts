import {
  auditActionPattern,
  Operation,
  operations,
} from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, Caller, TestPortal } from '../__testUtils__/portal';
import { Change, changes, source } from './__testUtils__/changes';

const changing = Object.entries<Operation>(operations)
  .filter(([, { method }]) => method !== 'get')
  .map(([id]) => id);

test('[rule 12] every operation that changes something says what it leaves in the log', () => {
  expect(Object.keys(changes).sort()).toEqual(changing.sort());
});

const rows = Object.entries(changes).flatMap(([id, told]) =>
  typeof told === 'string'
    ? []
    : told.map(change => [`${id} ${change.label ?? ''}`.trim(), change] as const),
);

describe.each(databaseKinds)('an entry of the log for each change on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind, { sources: [source] });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterAll(() => portal.stop());

  const callerOf = ({ by }: Change): Caller => {
    if (by === 'bot') return portal.bot;
    return by === 'pipeline' ? portal.pipeline : portal.as(by, { surface: 'slack' });
  };
  const latest = async () => {
    const { items } = await portal.as('carla')('audit', { query: { limit: 100 } });
    return items;
  };

  it.each(rows)('[rule 12] %s', async (_title, change) => {
    const act = await change.prepare(portal);
    const before = (await latest())[0]?.seq ?? 0;
    portal.clock.pass(61);
    await act(callerOf(change));
    const entries = (await latest()).filter(({ seq }) => seq > before).reverse();
    expect(entries.map(({ action }) => action)).toEqual(change.leaves);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        actor: change.actor ?? `user:default/${change.by}`,
        surface: change.surface ?? 'slack',
        at: portal.clock.now().toISOString(),
        action: expect.stringMatching(auditActionPattern),
        subjectId: expect.stringMatching(/./),
      });
      expect(Object.keys(entry.change)).not.toEqual([]);
    }
    expect(entries[0]?.reason).toBe(change.reason);
  });
});
