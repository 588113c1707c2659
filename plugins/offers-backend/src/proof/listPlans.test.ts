import { Operation, OperationId, operations } from '@offerdesk/backstage-plugin-offers-common';
import { z } from 'zod';
import { send } from './__testUtils__/ask';
import { proofKinds } from './__testUtils__/kinds';
import { CallerName, headerOf } from './__testUtils__/people';
import { planOf, recordingSelects, scansOf } from './__testUtils__/plansOfLists';
import { someSources } from './__testUtils__/sources';
import { aWorld, World } from './__testUtils__/world';

/** What a filter is asked with, so that it finds something; the others are asked with their examples. */
const samples = (world: World): Readonly<Record<string, string>> => {
  const offer = [...world.offers.values()].find(({ planId }) => planId);
  return {
    q: 'postgresql managed',
    category: 'databases',
    entity: 'component:default/checkout-api',
    owner: 'group:default/database-owners',
    offer: offer?.name ?? '',
    product: 'component:default/checkout-api',
    subjectId: offer?.id ?? '',
    requestedBy: 'me',
    tags: 'postgresql',
    slackUserId: 'U0CARLA01',
    limit: '20',
  };
};

/** Parameters that page or ask for something else than rows by what they hold. */
const NOT_FILTERS = new Set(['cursor', 'limit', 'at']);

/** Lists of what the configuration holds, and of workspaces: the bot reads all, and there are a handful. */
const NOT_SEARCHED = new Set<string>([
  'categories',
  'listSources',
  'slackInstallations',
  // For services alone: its plan is asserted beside it.
  'publicOffers',
]);

const lists = Object.entries<Operation>(operations).filter(
  ([id, { method, response }]) =>
    method === 'get' &&
    response instanceof z.ZodObject &&
    'items' in response.shape &&
    !NOT_SEARCHED.has(id),
);

/** What filters without a sample are asked with: the first that the filter takes. */
const FORMS = [
  'true',
  '3',
  'user:default/carla',
  '2026-12-01T09:00:00.000Z',
  '2026-12-01',
  '00000000-0000-4000-8000-000000000001',
  'EUR',
  'some-words',
];

/** Every value that a filter is worth asking with. */
function valuesOf(
  name: string,
  schema: z.ZodType,
  known: Readonly<Record<string, string>>,
): string[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodEnum) return inner.options.map(String);
  const example = schema.meta()?.example;
  const values = [known[name], example, ...FORMS].filter(value => value !== undefined);
  const value = values.find(each => schema.safeParse(each).success);
  if (value === undefined) throw new Error(`Say in samples what the filter ${name} is asked with.`);
  return [String(value)];
}

/**
 * The path of a list; one that hangs on a plan or an offer is asked for the one that is planned, and one that consumers
 * ask for the one that they see.
 */
function pathOf(list: Operation, world: World): string {
  const offer = [...world.offers.values()].find(({ planId }) => planId);
  if (list.path.startsWith('/sources/')) return list.path.replace(':id', someSources[0]?.id ?? '');
  const id = list.path.startsWith('/plans/') ? offer?.planId : offer?.id;
  return list.path.replace(':id', id ?? '').replace(':name', world.offers.get('open')?.name ?? '');
}

/** The list as it is, and by each of its filters. */
function queriesOf({ query }: Operation, known: Readonly<Record<string, string>>) {
  const shape = query instanceof z.ZodObject ? query.shape : {};
  const filters = Object.entries(shape).filter(([name]) => !NOT_FILTERS.has(name));
  return [
    {},
    ...filters.flatMap(([name, schema]) =>
      valuesOf(name, schema, known).map(value => ({ [name]: value })),
    ),
  ];
}

describe.each(proofKinds)('the lists on %s', kind => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(kind, { sources: someSources });
  });
  afterAll(() => world.portal.stop());

  it('are there', () => {
    const ids: OperationId[] = ['browseOffers', 'listOffers', 'listPlans', 'audit'];
    expect(lists.map(([id]) => id)).toEqual(expect.arrayContaining(ids));
  });

  /** The statements that read a table from end to end while a person asks; undefined for one who may not. */
  async function scansBy(who: CallerName, path: string): Promise<object[] | undefined> {
    const { knex } = world.portal.ctx.db;
    const headers = { authorization: headerOf(who) };
    const { statements, result } = await recordingSelects(knex, () =>
      send(world.portal.url, { method: 'GET', path, headers }),
    );
    const scans: object[] = [];
    for (const statement of statements) {
      const plan = await planOf(knex, statement);
      if (scansOf(statement.sql, plan).length > 0) {
        scans.push({ who, path, sql: statement.sql, plan });
      }
    }
    return result.status < 300 ? scans : undefined;
  }

  it.each(lists)(
    '%s reads no table from end to end, whatever it is filtered by',
    async (_, list) => {
      const answers: (object[] | undefined)[] = [];
      for (const query of queriesOf(list, samples(world))) {
        for (const who of ['carla', 'olga', 'ada'] as const) {
          answers.push(await scansBy(who, `${pathOf(list, world)}?${new URLSearchParams(query)}`));
        }
      }
      const answered = answers.filter(answer => answer !== undefined);
      expect(answered.length).toBeGreaterThan(0);
      expect(answered.flat()).toEqual([]);
    },
  );
});
