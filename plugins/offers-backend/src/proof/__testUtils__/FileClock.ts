import { renameSync, writeFileSync } from 'node:fs';
import { TestClock } from '../../__testUtils__/portal';

/** A clock whose time stands in a file, so that the backends read it, whichever processes they are by now. */
export class FileClock extends TestClock {
  constructor(private readonly file: string) {
    super();
    this.write();
  }

  override set(instant: string): void {
    super.set(instant);
    this.write();
  }

  override pass(seconds: number): void {
    super.pass(seconds);
    this.write();
  }

  private write(): void {
    // Nobody reads half an instant.
    writeFileSync(`${this.file}.new`, this.now().toISOString());
    renameSync(`${this.file}.new`, this.file);
  }
}
