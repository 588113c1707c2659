import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from './paths.mjs';

const FILE = join(DATA, 'run', 'start.json');

/** Notes which processes this start began, so that the next one can name them. */
export function noteStart(pids) {
  mkdirSync(join(DATA, 'run'), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ pid: process.pid, pids }));
}

export const forgetStart = () => rmSync(FILE, { force: true });

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Who probably holds a port that is taken, and how it is ended. */
export function likelyHolder(port) {
  if (existsSync(FILE)) {
    const { pid, pids } = JSON.parse(readFileSync(FILE, 'utf8'));
    if (isAlive(pid)) return `an earlier npm start that still runs (Ctrl-C there, or: kill ${pid})`;
    const left = pids.filter(isAlive);
    if (left.length > 0) return `what an earlier npm start left behind (kill ${left.join(' ')})`;
  }
  return `another program (lsof -i :${port} names it)`;
}
