import { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { OfferSource, SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { completeContent } from '../__testUtils__/stories';
import { Answer, askOf, send } from './__testUtils__/ask';
import { proofKinds } from './__testUtils__/kinds';
import { headerOf } from './__testUtils__/people';
import { benign, hostileSchemas } from './__testUtils__/schemas';
import { keepResult } from './__testUtils__/runs';

/** A hostile schema may take this much longer than a benign one of the largest size, or a second. */
const RATIO = 40;
const FLOOR_MS = 1_000;

describe.each(proofKinds)('options with a hostile schema on %s', kind => {
  let portal: TestPortal;
  let rows: SourceRow[] = [];
  const source: OfferSource = { id: 'cloud', title: 'Cloud', kind: 'Test', read: async () => rows };
  let most = FLOOR_MS;
  const slowest: Record<string, number> = {};

  const content = () => ({ ...completeContent(), options: { schema: 'SCHEMA', fixed: {} } });
  const sent = (
    id: 'createOffer' | 'putDraft',
    schema: string,
    what: Parameters<typeof askOf>[2],
  ): Promise<Answer> => {
    const asked = askOf(id, headerOf('carla'), what, randomUUID());
    const body = String(asked.body).replace('"SCHEMA"', () => schema);
    return send(portal.url, { ...asked, body });
  };
  const create = (schema: string) =>
    sent('createOffer', schema, {
      body: { name: `o-${randomUUID()}`, interaction: 'provision', content: content() },
    });

  beforeAll(async () => {
    portal = await aPortal(kind, { sources: [source] });
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) times.push((await create(benign(turn))).ms);
    const usual = times.sort((a, b) => a - b)[2] ?? 0;
    most = Math.max(FLOOR_MS, usual * RATIO);
    slowest.benign = usual;
  });
  afterAll(async () => {
    keepResult('R9', { kind, schemas: hostileSchemas.length, most, slowest });
    await portal.stop();
  });

  const expectSoon = (how: string, ms: number) => {
    slowest[how] = Math.round(Math.max(slowest[how] ?? 0, ms));
    expect(ms).toBeLessThan(most);
  };

  /** The reasons of a refusal, or of the gate that does not let the draft pass. */
  function reasonsOf({ status, body }: Answer): string[] {
    const answer = JSON.parse(body);
    if (status === 400) {
      return answer.error.fields.map(({ remedy }: { remedy: string }) => remedy);
    }
    const { draft }: ManagedOffer = answer;
    return (draft?.completeness ?? []).flatMap(({ id, state, remedy }) =>
      id === 'options' && state === 'missing' ? [remedy ?? ''] : [],
    );
  }

  const aReason = [expect.stringMatching(/\w+ .*\w+/)];

  test('a benign schema of the largest size passes', async () => {
    const answer = await create(benign(99));
    expect(answer.status).toBe(201);
    const offer: ManagedOffer = JSON.parse(answer.body);
    expect(offer.draft?.completeness.find(({ id }) => id === 'options')?.state).toBe('met');
  });

  test.each(hostileSchemas)('%s is refused with a reason by createOffer', async (_what, schema) => {
    const answer = await create(schema());
    expectSoon('createOffer', answer.ms);
    expect(reasonsOf(answer)).toEqual(aReason);
  });

  test.each(hostileSchemas)('%s is refused with a reason by putDraft', async (_what, schema) => {
    const offer: ManagedOffer = JSON.parse((await create(benign(1))).body);
    const answer = await sent('putDraft', schema(), {
      params: { id: offer.id },
      body: { content: content() },
      headers: { 'if-match': `"${offer.revision}"` },
    });
    expectSoon('putDraft', answer.ms);
    expect(reasonsOf(answer)).toEqual(aReason);
  });

  test.each(hostileSchemas)('%s is refused with a reason by an import', async (what, schema) => {
    rows = [
      {
        key: what,
        title: what,
        result: {
          ok: true,
          name: `row-${randomUUID()}`,
          interaction: 'provision',
          content: {
            information: { title: what },
            options: { schema: JSON.parse(schema()), fixed: {} },
          },
        },
      },
    ];
    const began = performance.now();
    const report = await portal.as('carla')('importSource', { params: { id: 'cloud' } });
    expectSoon('import', performance.now() - began);
    expect(report.rows).toEqual([
      expect.objectContaining({ outcome: 'rejected', reason: aReason[0] }),
    ]);
  });
});
