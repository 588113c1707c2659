import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { LOGS, ROOT } from './paths.mjs';

/**
 * Runs a command to its end and keeps what it says in a log file.
 *
 * @param name name of the log file, without its ending
 * @param options `nice` lets others go first (1 to 19)
 * @returns `{ code, output, logPath }`
 */
export function runLogged(name, command, args, { cwd = ROOT, env = process.env, nice = 0 } = {}) {
  mkdirSync(LOGS, { recursive: true });
  const logPath = join(LOGS, `${name}.log`);
  writeFileSync(logPath, '');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    if (nice > 0 && child.pid) setPriority(child.pid, nice);
    let output = '';
    const keep = chunk => {
      output += chunk;
      appendFileSync(logPath, chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once('close', code => {
      process.removeListener('exit', endWithUs);
      resolve({ code, output, logPath });
    });
  });
}

/** Runs a command to its end on this terminal; gives its exit code. */
export function runShown(command, args, { cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}
