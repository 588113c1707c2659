import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { Question } from './Question';

describe.each(databaseKinds)('a question to another service on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  it('is asked outside the transaction, which runs again with the answer and is stored once', async () => {
    let runs = 0;
    const { db } = portal.ctx;
    // With one connection this would wait for ever within the transaction.
    const question = new Question(async (who: string) => {
      await db.knex('audit').first();
      return `${who} answered`;
    });
    const answers = await db.transaction(async tx => {
      runs += 1;
      await tx('plan_authors').count();
      return ['mia', 'ravi'].map(who => question.answer(tx, who, who));
    });
    expect(answers).toEqual(['mia answered', 'ravi answered']);
    expect(runs).toBe(3);
  });

  it('is asked again for another use case, and its failure is that of the use case', async () => {
    let asked = 0;
    const question = new Question(async () => {
      asked += 1;
      if (asked > 1) throw new Error('gone');
      return asked;
    });
    const run = () => portal.ctx.db.transaction(async tx => question.answer(tx, 'key', undefined));
    expect(await run()).toBe(1);
    await expect(run()).rejects.toThrow('gone');
  });

  it('has an end: who asks something else each time is not answered for ever', async () => {
    let count = 0;
    const question = new Question(async () => 'never enough');
    const run = portal.ctx.db.transaction(async tx => {
      count += 1;
      return question.answer(tx, String(count), undefined);
    });
    await expect(run).rejects.toThrow('A question to another service');
  });
});
