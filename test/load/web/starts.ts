import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Browser } from 'playwright-core';
import { median } from '../measure/stats';
import { milliseconds, Result, times } from '../measure/result';
import { CATALOG, OFFERS, signedIn, timeTo, Wanted } from './browse';
import { Built, WITHOUT } from './builds';

const ROOT = join(__dirname, '../../..');
const TRANSFORM = join(ROOT, 'node_modules/@backstage/cli/config/nodeTransform.cjs');

/** A portal that can be begun again and again. */
interface Portal {
  port: number;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  wanted: Wanted;
}

/** `npm start` when it was started before, beside a portal without offers: from the command to the first page. */
export async function measureStarts(
  browser: Browser,
  built: Built,
  folder: string,
  turns: number,
): Promise<Result> {
  const [ours, plain] = [ourPortal(folder), plainPortal(built, folder)];
  // The first start installs, seeds and reads the organisation: it is the second that is asked for.
  for (const portal of [ours, plain]) await startOf(browser, portal);
  const times1: number[] = [];
  const times2: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    times1.push(await startOf(browser, ours));
    times2.push(await startOf(browser, plain));
  }
  const [own, other] = [median(times1), median(times2)];
  return {
    row: 'P14',
    what: 'second `npm start` to the first page, beside the same Backstage without offers',
    figure: times(own / other),
    wanted: '≤ 1.2×',
    reached: own <= 1.2 * other,
    detail: `${milliseconds(own)} beside ${milliseconds(other)}, medians of ${turns}`,
  };
}

function ourPortal(folder: string): Portal {
  const port = 7411;
  return {
    port,
    args: [join(ROOT, 'scripts/start.mjs')],
    env: {
      OFFERDESK_PORT: String(port),
      OFFERDESK_SLACK_PORT: '7412',
      OFFERDESK_BOT_PORT: '7413',
      OFFERDESK_DATA: join(folder, 'ours'),
    },
    wanted: OFFERS,
  };
}

function plainPortal({ packages }: Built, folder: string): Portal {
  const port = 7421;
  return {
    port,
    args: ['--require', TRANSFORM, join(ROOT, 'packages/backend/src/withoutOffers.ts')],
    env: {
      NODE_ENV: 'development',
      NODE_PATH: packages,
      APP_CONFIG_app_packageName: WITHOUT,
      OFFERDESK_PORT: String(port),
      OFFERDESK_DB_DIRECTORY: join(folder, 'plain'),
      // The configuration names them; nothing of this portal uses them.
      OFFERS_BOT_TOKEN: 'of-no-bot-at-all',
      OFFERS_BOT_PUBLIC_KEY: 'of-no-bot',
    },
    wanted: CATALOG,
  };
}

/** Begins a portal, waits for its first page, and ends it; gives how long the page took, in milliseconds. */
async function startOf(browser: Browser, { port, args, env, wanted }: Portal): Promise<number> {
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  try {
    await untilSignedIn(address, child);
    const page = await signedIn(browser, address);
    await timeTo(page, address, wanted);
    const took = performance.now() - began;
    await page.context().close();
    return took;
  } finally {
    await end(child);
  }
}

/** Until a person can enter: the portal answers, and its software catalogue knows them. */
async function untilSignedIn(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${address} ended with ${child.exitCode}`);
    const answer = await fetch(`${address}/api/auth/samplePeople/refresh`, {
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
        'X-Offers-Sample-Person': 'user:default/ada',
      },
    }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`${address} let nobody in within five minutes`);
}

async function end(child: ChildProcess): Promise<void> {
  if (!child.pid || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}
