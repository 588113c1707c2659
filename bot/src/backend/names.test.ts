import { CatalogueNames } from './names';

const answering = (answer: () => Response) => {
  const asked: unknown[] = [];
  const names = new CatalogueNames('http://portal', async (_url, init) => {
    asked.push(JSON.parse(String(init?.body)));
    return answer();
  });
  return { names, asked };
};

const found = (...items: unknown[]) => new Response(JSON.stringify({ items }));

describe('What people are called', () => {
  it('is what the software catalogue says, each asked for once', async () => {
    const { names, asked } = answering(() =>
      found(
        { spec: { profile: { displayName: 'Mia Okafor' } } },
        { metadata: { title: 'Engineers' } },
        null,
      ),
    );
    const refs = ['user:default/mia', 'group:default/engineers', 'user:default/gone'];
    const known = await names.of('t', [...refs, 'user:default/mia', 'system:sweep']);
    expect([...known]).toEqual([
      ['user:default/mia', 'Mia Okafor'],
      ['group:default/engineers', 'Engineers'],
    ]);
    expect(asked).toMatchObject([{ entityRefs: refs }]);
  });

  it.each([
    ['refuses', () => new Response('{}', { status: 403 })],
    ['answers nonsense', () => new Response('<html>')],
    [
      'does not answer',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('is nothing where the catalogue %s', async (_what, answer) => {
    expect((await answering(answer).names.of('t', ['user:default/mia'])).size).toBe(0);
  });

  it('is not asked for where there is nobody', async () => {
    const { names, asked } = answering(() => found());
    expect((await names.of('t', ['system:sweep'])).size).toBe(0);
    expect(asked).toEqual([]);
  });
});
