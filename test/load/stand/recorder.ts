import type { Knex } from 'knex';

/** A statement as the driver got it, with its values. */
export interface Statement {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

const isJson = (value: unknown) => typeof value === 'string' && value.startsWith('{');

const holdsJson = (row: object) => Object.values(row).some(isJson);

/** Notes the statements that one answer of the plugin takes, and runs them again by hand. */
export class Recorder {
  private readonly known = new Map<string, Statement[]>();

  constructor(private readonly knex: Knex) {}

  /** Sends the request to the plugin itself and keeps what it asked of the database. */
  async record(user: string, address: string, authorization: string): Promise<Statement[]> {
    const statements: Statement[] = [];
    const note = ({ sql, bindings }: Statement) => {
      if (/^\s*(select|with)\b/i.test(sql) && !/^select 1$/i.test(sql)) {
        statements.push({ sql: sql.replace(/\$\d+/g, '?'), bindings });
      }
    };
    const ask = async () => {
      const answer = await fetch(`${process.env.BENCH_ADDRESS}${address}`, {
        headers: { authorization },
      });
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
      await answer.arrayBuffer();
    };
    // Once before, so that nothing is recorded that a second request would not need.
    await ask();
    this.knex.on('query', note);
    try {
      await ask();
    } finally {
      this.knex.removeListener('query', note);
    }
    this.known.set(`${user} ${address}`, statements);
    return statements;
  }

  /** Runs the statements in their order; the rows of the last one that holds more than keys are the answer. */
  async replay(user: string, address: string): Promise<unknown[]> {
    const statements = this.known.get(`${user} ${address}`);
    if (!statements) throw new Error(`Nothing was recorded for ${user} at ${address}.`);
    let answer: object[] = [];
    for (const { sql, bindings } of statements) {
      const rows = await this.run(sql, bindings);
      if (answer.length === 0 || rows.some(holdsJson)) answer = rows;
    }
    return answer.map(readable);
  }

  private async run(sql: string, bindings: readonly Knex.RawBinding[]): Promise<object[]> {
    const answer: object[] | { rows: object[] } = await this.knex.raw(sql, [...bindings]);
    return Array.isArray(answer) ? answer : answer.rows;
  }
}

/** A row as an answer: stored JSON is parsed, as any route has to that adds a field to it. */
function readable(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isJson(value) ? JSON.parse(value) : value]),
  );
}
