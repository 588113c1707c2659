import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fromRoot, LOGS, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';

const GRACE_MS = 10_000;
const TAIL_LINES = 15;

/** Arguments that let Node run a TypeScript file of the workspaces. */
export const typescript = file => [
  '--require',
  fromRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
  fromRoot(file),
];

/** The processes of one start: begun together, watched together, stopped together. */
export class Children {
  #running = new Map();
  #stopping = false;
  #fell;
  /** Rejects as soon as one of the processes ends by itself. */
  fallen = new Promise((_resolve, reject) => {
    this.#fell = reject;
  });

  #note;

  /** @param note is told the ids of the running processes whenever one more is begun */
  constructor(note) {
    this.#note = note;
    this.fallen.catch(() => undefined);
  }

  /**
   * Begins a process in a group of its own, so that Ctrl-C reaches it through us, in order.
   *
   * @param name what the person calls it; its log is `<name>.log`
   */
  begin(name, command, args, env) {
    mkdirSync(LOGS, { recursive: true });
    const logPath = join(LOGS, `${name}.log`);
    const log = openSync(logPath, 'w', 0o600);
    const child = spawn(command, args, {
      cwd: ROOT,
      detached: process.platform !== 'win32',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#running.set(name, child);
    this.#note([...this.#running.values()].map(running => running.pid));
    child.once('error', error => this.#ended(name, logPath, error.message));
    child.once('exit', (code, signal) => this.#ended(name, logPath, signal ?? `exit code ${code}`));
    return child;
  }

  #ended(name, logPath, how) {
    this.#running.delete(name);
    if (this.#stopping) return;
    const said = stripVTControlCharacters(readFileSync(logPath, 'utf8'));
    const tail = said.trim().split('\n').slice(-TAIL_LINES).join('\n');
    this.#fell(
      new Problem(
        `${tail}\n\nThe ${name} stopped (${how}); its last lines are above, all of them in ${logPath}.`,
      ),
    );
  }

  /** Asks every process to end, last begun first, and insists after ten seconds. */
  async stop() {
    this.#stopping = true;
    for (const child of [...this.#running.values()].reverse()) {
      await endProcess(child);
    }
  }
}

async function endProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const insist = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
  await gone;
  clearTimeout(insist);
}

function signal(child, name) {
  try {
    // The group, so that what the child itself began ends with it.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    child.kill(name);
  }
}
