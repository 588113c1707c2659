import { Problem } from './problem.mjs';

const EVERY_MS = 250;

/**
 * Asks an address until it answers with success.
 *
 * @param what the words for it, for the error
 * @param options `headers` to send, `timeoutMs` to wait, `stop` a promise that rejects when waiting is in vain
 */
export async function untilReady(what, url, { headers, timeoutMs = 120_000, stop }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await Promise.race([ask(url, headers), stop]);
    if (answer === true) return;
    if (Date.now() > deadline) {
      throw new Problem(`${what} is not ready after ${timeoutMs / 1000} s (${url}: ${answer}).`);
    }
    await Promise.race([new Promise(resolve => setTimeout(resolve, EVERY_MS)), stop]);
  }
}

async function ask(url, headers) {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok ? true : `HTTP ${response.status}`;
  } catch (error) {
    return error.cause?.code ?? error.message;
  }
}
