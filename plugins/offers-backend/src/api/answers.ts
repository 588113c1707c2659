import { NDJSON, Operation } from '@offerdesk/backstage-plugin-offers-common';
import { Response } from 'express';
import { once } from 'node:events';

/** How much of a stream is sent at once, in characters: a line each would cost a packet each. */
const CHUNK = 64 * 1024;

/** Sends the answer of an operation in the form that its definition says. */
export async function sendAnswer(
  res: Response,
  { status, stream }: Operation,
  answer: unknown,
): Promise<void> {
  res.status(status).setHeader('cache-control', 'no-store');
  if (stream) {
    // Which answers are streams is checked where the handlers are typed.
    await sendLines(res, answer as AsyncIterable<unknown>);
    return;
  }
  const revision = revisionOf(answer);
  if (revision !== undefined) res.setHeader('etag', `"${revision}"`);
  sendJson(res, JSON.stringify(answer));
}

/** Sends JSON by itself: express would hash it for an ETag, and nobody may keep an answer to compare with. */
function sendJson(res: Response, text: string): void {
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('content-length', Buffer.byteLength(text));
  res.end(text);
}

/**
 * Sends JSON Lines while they are read, no faster than the caller takes them and no longer than the caller
 * is there. What fails before the first chunk is answered as a problem; what fails later breaks the
 * connection off, so that half a stream is not taken for a whole one.
 */
async function sendLines(res: Response, lines: AsyncIterable<unknown>): Promise<void> {
  res.setHeader('content-type', NDJSON);
  let chunk = '';
  try {
    for await (const line of lines) {
      if (res.destroyed) return;
      chunk += `${JSON.stringify(line)}\n`;
      if (chunk.length < CHUNK) continue;
      await send(res, chunk);
      chunk = '';
    }
  } catch (error) {
    if (res.headersSent) res.destroy();
    else res.removeHeader('content-type');
    throw error;
  }
  res.end(chunk);
}

async function send(res: Response, chunk: string): Promise<void> {
  if (res.write(chunk) || res.destroyed) return;
  const gone = new AbortController();
  const left = () => gone.abort();
  res.once('close', left);
  // An abort is how the wait ends when the caller leaves; the loop sees that they have.
  await once(res, 'drain', { signal: gone.signal }).catch(() => {});
  res.off('close', left);
}

function revisionOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('revision' in answer)) return undefined;
  return typeof answer.revision === 'number' ? answer.revision : undefined;
}
