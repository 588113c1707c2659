import { Knex } from 'knex';
import { Trouble } from './history';

interface Builder {
  on(event: 'query', seen: (query: { sql: string }) => void): void;
}

/** Lets some statements that write pass, and fails at the next one, whosever it is: the transaction is gone. */
export class Killer implements Trouble {
  private left: number | undefined;

  constructor(private readonly clients: readonly Knex[]) {
    for (const knex of clients) knex.on('start', this.watch);
  }

  arm(after: number | undefined): void {
    this.left = after;
  }

  async rest(): Promise<void> {
    this.left = undefined;
  }

  stop(): void {
    for (const knex of this.clients) knex.removeListener('start', this.watch);
  }

  private readonly watch = (builder: Builder) =>
    builder.on('query', ({ sql }) => {
      if (this.left === undefined || !/^(insert|update|delete)/i.test(sql)) return;
      this.left -= 1;
      if (this.left > 0) return;
      this.left = undefined;
      throw new Error('killed here');
    });
}
