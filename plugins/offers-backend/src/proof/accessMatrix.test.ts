import { OperationId, operations } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { Answer, answerOf, askOf } from './__testUtils__/ask';
import { proofKinds } from './__testUtils__/kinds';
import { isStaffFor, isVisibleTo, leaksIn, readsPlans, secretsFrom } from './__testUtils__/oracle';
import { CallerName, callerNames, headerOf } from './__testUtils__/people';
import { PlantKey, plantKeys, plants, wordsIn } from './__testUtils__/plants';
import { aWorld, World } from './__testUtils__/world';
import { accessMatrix } from './__testUtils__/matrix';
import { Row } from './__testUtils__/matrix/row';
import { targetOf } from './__testUtils__/targets';

const operationIds = Object.keys(operations).filter((id): id is OperationId => id in operations);

test('[rule 1] every operation has its rows in the access matrix, and no row is of none', () => {
  expect(Object.keys(accessMatrix).sort()).toEqual([...operationIds].sort());
});

const questions = operationIds.flatMap(id =>
  (accessMatrix[id] ?? []).map(row => [`${id} ${row.label ?? ''}`.trim(), id, row] as const),
);

/** Whose words the answer of a list holds. */
function listedIn({ lists }: Row, { body }: Answer): PlantKey[] {
  if (!lists) return [];
  return plantKeys.filter(
    key => body.includes(wordsIn(key).name) || body.includes(wordsIn(key).text),
  );
}

function listedFor(world: World, name: CallerName, lists: Row['lists']): PlantKey[] {
  const holds = {
    visible: (key: PlantKey) => isVisibleTo(name, key),
    staff: () => isStaffFor(world, name),
    plans: (key: PlantKey) => readsPlans(world, name) && plants[key].stage !== 'draft',
    log: () => true,
  };
  return lists ? plantKeys.filter(holds[lists]) : [];
}

describe.each(proofKinds)('the access matrix on %s', kind => {
  let world: World;
  let asked = 0;
  beforeAll(async () => {
    world = await aWorld(kind);
  }, 600_000);
  afterAll(() => world.portal.stop());

  describe.each(questions)('[rule 1] %s', (_title, id, row) => {
    test.each(callerNames)('asked by %s', async name => {
      const secrets = name === 'bot' ? [] : secretsFrom(world, name);
      const got: Answer[] = [];
      const leaks: string[] = [];
      // What is compared goes one way.
      asked += 1;
      for (const column of row.expect.columns) {
        const ask = askOf(id, headerOf(name), row.ask(targetOf(world, column)), randomUUID());
        const answer = await answerOf(world.portal, ask, asked);
        got.push(answer);
        leaks.push(...leaksIn(secrets, ask, answer.body));
      }
      expect(leaks).toEqual([]);
      const byColumn = (statuses: readonly string[]) =>
        row.expect.columns.map((column, index) => `${column} ${statuses[index]}`);
      expect(byColumn(got.map(({ status }) => String(status)))).toEqual(
        byColumn(row.expect.rows.get(name) ?? []),
      );
      expect(
        got.filter(({ status }) => status === 200).map(answer => listedIn(row, answer)),
      ).toEqual(
        got.filter(({ status }) => status === 200).map(() => listedFor(world, name, row.lists)),
      );
      expectAsIfMissing(got, row.expect.columns);
    });
  });
});

/** What is hidden is answered as what was never there: status, headers and body. */
function expectAsIfMissing(got: readonly Answer[], columns: readonly string[]): void {
  const plain = ({ status, headers, body }: Answer) => ({
    status,
    body,
    headers: { ...headers, date: '' },
  });
  const unknown = got[columns.indexOf('missing')];
  const alike = got.filter(({ status }) => status === unknown?.status);
  expect(alike.map(plain)).toEqual(alike.map(() => unknown && plain(unknown)));
}
