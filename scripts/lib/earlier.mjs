import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';

const FILE = join(DATA, 'run', 'start.json');

/** Notes which processes this start began, so that the next one can name them. */
export function noteStart(pids) {
  mkdirSync(join(DATA, 'run'), { recursive: true, mode: 0o700 });
  writeFileSync(FILE, JSON.stringify({ pid: process.pid, pids }));
}

export const forgetStart = () => rmSync(FILE, { force: true });

/** Whether a process runs and is ours: its id may belong to somebody else by now. */
function runs(pid, mark) {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', `${pid}`], { encoding: 'utf8' });
  return (stdout ?? '').includes(mark);
}

/**
 * Refuses a second start on the same data: two portals would write one SQLite file.
 */
export function refuseSecondStart() {
  if (!existsSync(FILE)) return;
  const { pid, pids } = JSON.parse(readFileSync(FILE, 'utf8'));
  if (pid !== process.pid && runs(pid, 'start.mjs')) {
    throw new Problem(
      `An npm start on the data in ${DATA} runs already (process ${pid}): use it, stop it with Ctrl-C there, or give this one its own data and ports with OFFERDESK_DATA, OFFERDESK_PORT, OFFERDESK_SLACK_PORT and OFFERDESK_BOT_PORT.`,
    );
  }
  const left = pids.filter(id => runs(id, ROOT));
  if (left.length > 0) {
    throw new Problem(
      `An earlier npm start was killed and left its processes behind: end them with kill ${left.join(' ')}, then start again.`,
    );
  }
}
