import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Caller, callerWith } from '../../support/people';
import { configFor, Place } from './config';
import { freePort } from '../../support/processes';
import { postgresTime } from './postgres';

const ROOT = join(__dirname, '..', '..', '..');
const TRANSFORM = join(ROOT, 'node_modules', '@backstage', 'cli', 'config', 'nodeTransform.cjs');

/** Somebody who is signed in. */
export interface SignedIn {
  name: string;
  token: string;
  call: Caller;
}

/** The backend that is measured, as a child process over some data. */
export class Stand {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly log: string,
    private readonly place: Place,
  ) {}

  /**
   * Starts it, and waits until it answers.
   * @param directory - for its configuration and its log
   * @param signedIn - names of those who will sign in
   */
  static async start(
    place: Place,
    directory: string,
    signedIn: readonly string[],
    more: { env?: Record<string, string>; nodeFlags?: string[] } = {},
  ): Promise<Stand> {
    mkdirSync(directory, { recursive: true });
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const config = join(directory, 'app-config.json');
    writeFileSync(config, JSON.stringify(configFor(place, port, signedIn)));
    const log = join(directory, 'backend.log');
    const output = openSync(log, 'w');
    const backend = join(__dirname, 'backend.ts');
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        ...(more.nodeFlags ?? []),
        '--require',
        TRANSFORM,
        backend,
        '--config',
        config,
      ],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          NO_COLOR: '1',
          BENCH_ADDRESS: address,
          ...more.env,
        },
        stdio: ['ignore', output, output],
      },
    );
    closeSync(output);
    const stand = new Stand(address, child, log, place);
    await stand.untilReady();
    return stand;
  }

  /** Signs somebody in, as the sign-in page does. */
  async signIn(name: string): Promise<SignedIn> {
    const answer = await fetch(`${this.address}/api/auth/samplePeople/refresh`, {
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
        'X-Offers-Sample-Person': `user:default/${name}`,
      },
    });
    if (!answer.ok) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
    const { backstageIdentity } = (await answer.json()) as { backstageIdentity: { token: string } };
    const { token } = backstageIdentity;
    return { name, token, call: callerWith(this.address, token) };
  }

  /** How many bytes the process holds after its garbage was collected. */
  async memory(): Promise<{ rss: number; heapUsed: number; external: number }> {
    const answer = await fetch(`${this.address}/api/offers/ceiling/memory`);
    return (await answer.json()) as { rss: number; heapUsed: number; external: number };
  }

  /** Milliseconds that the backend and its PostgreSQL server took of the processor so far; SQLite is in the backend. */
  async processorTime(): Promise<number> {
    const answer = await fetch(`${this.address}/api/offers/ceiling/processor`);
    const { milliseconds } = (await answer.json()) as { milliseconds: number };
    return milliseconds + (this.place.kind === 'pg' ? postgresTime() : 0);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const insist = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(insist);
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + 300_000;
    while (Date.now() < deadline && this.child.exitCode === null) {
      const ready = await fetch(`${this.address}/.backstage/health/v1/readiness`).catch(
        () => undefined,
      );
      if (ready?.ok) return;
      await wait(250);
    }
    const tail = readFileSync(this.log, 'utf8').trim().split('\n').slice(-20).join('\n');
    await this.stop();
    throw new Error(`The backend does not answer:\n${tail}`);
  }
}
