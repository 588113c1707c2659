import { mockServices } from '@backstage/backend-test-utils';
import { oneByOne } from './oneByOne';

describe('what is due, one by one', () => {
  const logger = mockServices.logger.mock();
  const doing =
    (done: string[], faults: Readonly<Record<string, Error>>) => async (due: string) => {
      const fault = faults[due];
      if (fault) throw fault;
      done.push(due);
      return due !== 'another replica';
    };

  it('goes on behind one that fails, and counts what was done here', async () => {
    const done: string[] = [];
    const work = doing(done, { second: new Error('It has no words') });
    const due = ['first', 'second', 'another replica', 'fourth'];
    expect(await oneByOne({ logger }, 'A digest', due, work)).toBe(2);
    expect(done).toEqual(['first', 'another replica', 'fourth']);
    expect(logger.error).toHaveBeenCalledWith(
      'A digest failed and is tried again: Error: It has no words',
    );
  });

  it('stops when the database cannot answer', async () => {
    const done: string[] = [];
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const work = doing(done, { first: away });
    await expect(oneByOne({ logger }, 'A digest', ['first', 'second'], work)).rejects.toBe(away);
    expect(done).toEqual([]);
  });
});
