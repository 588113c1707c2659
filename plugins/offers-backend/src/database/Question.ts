import type { Knex } from 'knex';

/** What a transaction runs within: one use case, however often the database makes it run again. */
const runs = new WeakMap<Knex.Transaction, object>();

/** Thrown within a transaction that needs an answer of another service first. */
export class Unanswered extends Error {
  override name = 'Unanswered';

  constructor(readonly ask: () => Promise<void>) {
    super('A question to another service has to be answered before this transaction');
  }
}

/** Says that a transaction is a run of a use case, so that it finds the answers of the run before it. */
export function isRunOf(useCase: object, tx: Knex.Transaction): void {
  runs.set(tx, useCase);
}

/**
 * A question to another service of which only a transaction knows that it has to be asked, and what.
 * Nothing waits for another service within a transaction: it is rolled back, the question is asked, and
 * it runs again with the answer at hand. The answer is kept for that use case alone.
 */
export class Question<Asked, Answer> {
  private readonly answers = new WeakMap<object, Map<string, Answer>>();

  constructor(private readonly ask: (asked: Asked) => Promise<Answer>) {}

  /**
   * The answer.
   *
   * @param key - what tells this question from others of the same use case
   * @throws Unanswered when it has to be asked first; the use case lets it pass
   */
  answer(tx: Knex.Transaction, key: string, asked: Asked): Answer {
    const run = runs.get(tx) ?? tx;
    const answers = this.answers.get(run) ?? new Map<string, Answer>();
    this.answers.set(run, answers);
    const known = answers.get(key);
    if (known !== undefined) return known;
    throw new Unanswered(async () => {
      answers.set(key, await this.ask(asked));
    });
  }
}
