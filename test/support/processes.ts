import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Ends a process with its group, and insists. */
export async function end(
  child: ChildProcess | undefined,
  signal: 'SIGKILL' | 'SIGTERM',
): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  // The group: what the process itself began ends with it.
  process.kill(-child.pid, signal);
  const insist = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 15_000);
  await gone;
  clearTimeout(insist);
}

/** Whether an address answers well. */
export async function isUp(url: string, headers: Record<string, string> = {}): Promise<boolean> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) });
  await response.body?.cancel();
  return response.ok;
}

/**
 * Waits until something holds, and gives what it found.
 * @throws Error that names what did not happen
 */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  seconds = 90,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await check();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await wait(200);
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}${last ? ` (${String(last)})` : ''}.`);
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has this kind of address.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
