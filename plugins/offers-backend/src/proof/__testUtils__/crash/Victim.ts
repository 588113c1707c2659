import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { callersAt } from '../../../__testUtils__/portal';
import { bundle, Program, ROOT } from '../bundle';
import { FileClock } from '../FileClock';
import { Trouble } from '../model/history';
import { Asked } from '../model/desk';
import { Order, Place } from './place';

/** The program of a victim, bundled into a folder. */
export function victimIn(folder: string): Program {
  return bundle(join(__dirname, 'child.ts'), folder);
}

/** A backend that is killed with SIGKILL at some instant of a step, and started again. */
export class Victim implements Trouble {
  private child: ChildProcess | undefined;
  /** has loaded its modules while the one before worked, and waits for a database */
  private spare: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  readonly portal: Asked;
  kills = 0;

  /** @param program - `child.ts`, bundled */
  constructor(
    private readonly place: Place,
    private readonly program: Program,
  ) {
    this.portal = {
      ...callersAt(`http://127.0.0.1:${place.port}`),
      clock: new FileClock(place.time),
    };
  }

  async start(): Promise<void> {
    const child = this.spare ?? this.load();
    this.child = child;
    this.spare = this.load();
    await new Promise<void>((resolve, reject) => {
      child.on('message', said => said === 'ready' && resolve());
      child.once('exit', code => reject(new Error(`The backend did not start: ${code}`)));
      const order: Order = { do: 'open', place: this.place };
      child.send(order, error => error && reject(error));
    });
  }

  private load(): ChildProcess {
    const { file, args } = this.program;
    return fork(file, args, {
      cwd: ROOT,
      execArgv: [],
      env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
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

  /**
   * Lets it kill itself just before it sends that many statements to the database; never without a number.
   * @returns how many it sent since it was told the last time
   */
  async armAtStatement(statement: number | undefined): Promise<number> {
    return this.order({ do: 'die-at', statement });
  }

  /** Lets it do what the scheduler would. */
  async sweep(): Promise<void> {
    await this.order({ do: 'sweep' });
  }

  /** Starts it again if it has killed itself, and lets it live from now on; says whether it had. */
  async revive(): Promise<boolean> {
    const isAlive = await this.armAtStatement(undefined).then(
      () => true,
      () => false,
    );
    if (isAlive) return false;
    this.kills += 1;
    await this.start();
    return true;
  }

  /** @throws Error when it dies of it */
  private async order(order: Order): Promise<number> {
    const { child } = this;
    if (!child) throw new Error('There is no backend to tell');
    return new Promise<number>((resolve, reject) => {
      const died = () => reject(new Error('The backend died of it'));
      child.once('exit', died);
      child.once('message', answer => {
        child.removeListener('exit', died);
        resolve(Number(answer));
      });
      child.send(order, error => error && reject(error));
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.kill();
    this.spare?.kill('SIGKILL');
  }

  private kill(): void {
    this.kills += 1;
    this.child?.kill('SIGKILL');
  }
}
