import { AskedTogether } from './AskedTogether';

/** Questions that are answered when the test says so. */
function answering() {
  const sent: { refs: readonly string[]; answer: (error?: Error) => void }[] = [];
  const send = (refs: readonly string[]) =>
    new Promise<string>((resolve, reject) => {
      sent.push({ refs, answer: error => (error ? reject(error) : resolve(refs.join())) });
    });
  return { sent, send };
}

const turn = () => new Promise(setImmediate);

describe('questions that are asked together', () => {
  it('are sent one at a time, the next for everything that came meanwhile', async () => {
    const { sent, send } = answering();
    const together = new AskedTogether<string>();
    const answers = ['a', 'b', 'c', 'b'].map(ref => together.ask('mia', [ref], send));
    expect(sent.map(({ refs }) => refs)).toEqual([['a']]);
    sent[0]?.answer();
    await turn();
    expect(sent.map(({ refs }) => refs)).toEqual([['a'], ['b', 'c']]);
    const later = together.ask('mia', ['d'], send);
    sent[1]?.answer();
    await turn();
    sent[2]?.answer();
    expect(await Promise.all([...answers, later])).toEqual(['a', 'b,c', 'b,c', 'b,c', 'd']);
    expect(sent).toHaveLength(3);
  });

  it('are never put together on different behalf, and are sent at once when nothing is on its way', async () => {
    const { sent, send } = answering();
    const together = new AskedTogether<string>();
    const first = together.ask('mia', ['a'], send);
    const other = together.ask('ravi', ['b'], send);
    expect(sent.map(({ refs }) => refs)).toEqual([['a'], ['b']]);
    sent.forEach(({ answer }) => answer());
    expect(await Promise.all([first, other])).toEqual(['a', 'b']);
    await turn();
    const again = together.ask('mia', ['c'], send);
    expect(sent).toHaveLength(3);
    sent[2]?.answer();
    expect(await again).toBe('c');
  });

  it('go on after one that failed, whose askers alone hear of it', async () => {
    const { sent, send } = answering();
    const together = new AskedTogether<string>();
    const failing = together.ask('mia', ['a'], send);
    const next = together.ask('mia', ['b'], send);
    sent[0]?.answer(new Error('away'));
    await expect(failing).rejects.toThrow('away');
    await turn();
    sent[1]?.answer();
    expect(await next).toBe('b');
  });
});
