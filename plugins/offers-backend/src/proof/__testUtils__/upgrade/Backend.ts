import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { callersAt, TestClock } from '../../../__testUtils__/portal';
import { Place } from '../crash/place';
import { Asked } from '../model/desk';

/** What a backend is started with. */
export interface Started {
  /** the working tree of its release */
  tree: string;
  place: Place;
  /** how many sources it can import */
  imports: number;
  /** whether a later release has migrated already */
  isBesideLater: boolean;
}

/** What a backend is told to do: what the scheduler would, or to end. */
export type Order = 'sweep' | 'stop';

/** A backend of some release, in a process of its own. */
export class Backend {
  private child: ChildProcess | undefined;
  readonly portal: Asked;

  constructor(
    readonly name: string,
    private readonly started: Omit<Started, 'isBesideLater'>,
    clock: TestClock,
  ) {
    this.portal = { ...callersAt(this.url), clock };
  }

  get url(): string {
    return `http://127.0.0.1:${this.started.place.port}`;
  }

  get isUp(): boolean {
    return this.child !== undefined;
  }

  async start({ isBesideLater }: Pick<Started, 'isBesideLater'>): Promise<void> {
    const { tree } = this.started;
    const child = fork(
      join(__dirname, 'child.ts'),
      [JSON.stringify({ ...this.started, isBesideLater })],
      {
        cwd: tree,
        execArgv: ['--require', join(tree, 'node_modules/@backstage/cli/config/nodeTransform.cjs')],
        env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    await this.told(child, 'ready');
    this.child = child;
  }

  async order(order: Order): Promise<void> {
    const { child } = this;
    if (!child) return;
    const done = this.told(child, order);
    child.send(order);
    await done;
  }

  /** Waits until it says so; what loads its modules says other things. */
  private async told(child: ChildProcess, awaited: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${this.name} ended: ${code}`));
      const heard = (said: unknown) => {
        if (said !== awaited) return;
        child.off('exit', ended).off('message', heard);
        resolve();
      };
      child.on('message', heard).once('exit', ended);
    });
  }

  /** Lets it answer what it was asked, and ends it. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    await this.order('stop');
    this.child = undefined;
    child.kill('SIGKILL');
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
