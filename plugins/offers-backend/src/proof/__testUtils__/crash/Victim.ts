import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callersAt, TestClock } from '../../../__testUtils__/portal';
import { Trouble } from '../model/history';
import { Asked } from '../model/desk';
import { Place } from './place';

const ROOT = join(__dirname, '../../../../../..');
const TRANSFORM = join(ROOT, 'node_modules/@backstage/cli/config/nodeTransform.cjs');

/** A clock whose time stands in a file, so that the backend reads it, whichever process it is by now. */
class FileClock extends TestClock {
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
    writeFileSync(this.file, this.now().toISOString());
  }
}

/** A backend that is killed with SIGKILL at some instant of a step, and started again. */
export class Victim implements Trouble {
  private child: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  readonly portal: Asked;
  kills = 0;

  constructor(private readonly place: Place) {
    this.portal = {
      ...callersAt(`http://127.0.0.1:${place.port}`),
      clock: new FileClock(place.time),
    };
  }

  async start(): Promise<void> {
    const child = fork(join(__dirname, 'child.ts'), [JSON.stringify(this.place)], {
      cwd: ROOT,
      execArgv: ['--require', TRANSFORM],
      env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.on('message', said => said === 'ready' && resolve());
      child.once('exit', code => reject(new Error(`The backend did not start: ${code}`)));
    });
  }

  arm(at: number | undefined): void {
    if (at === undefined) return;
    this.timer = setTimeout(() => this.kill(), at * 3);
  }

  async rest(): Promise<void> {
    clearTimeout(this.timer);
    const { child } = this;
    if (!child?.killed) return;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.kill();
  }

  private kill(): void {
    this.kills += 1;
    this.child?.kill('SIGKILL');
  }
}
