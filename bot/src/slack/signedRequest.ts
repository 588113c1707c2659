import { createHmac, timingSafeEqual } from 'node:crypto';
import { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

const MAX_APART_SECONDS = 5 * 60;

/** Far more than a modal with all its limits reached; what is larger is not of Slack. */
const MAX_BODY_BYTES = 1_000_000;

/** Why a request is not taken. */
export class Fault {
  constructor(
    readonly status: 400 | 401 | 413 | 503,
    readonly why: string,
  ) {}
}

/** What Slack says in a request. */
export type Said = Readonly<Record<string, unknown>>;

/** What is wrong with a request by its headers alone. */
export function faultOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  nowMs: number,
): Fault | undefined {
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge();
  const stamp = headers['x-slack-request-timestamp'];
  if (typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp) || !headers['x-slack-signature']) {
    return new Fault(401, 'it is not signed');
  }
  const apart = Number(stamp) - nowMs / 1000;
  if (Math.abs(apart) <= MAX_APART_SECONDS) return undefined;
  const when = apart > 0 ? 'the future' : 'the past';
  return new Fault(401, `it is from ${when}: set the clock of this machine by a time server`);
}

function tooLarge(): Fault {
  return new Fault(413, 'it is too large');
}

/** Reads a signed request to its end. */
export async function readSigned(
  request: IncomingMessage,
  signingSecret: string,
): Promise<Said | Fault> {
  const { headers } = request;
  const body = await bodyOf(request);
  if (!body) return tooLarge();
  if (!isSigned(signingSecret, headers, body)) return new Fault(401, 'its signature is wrong');
  return saidIn(body, headers) ?? new Fault(400, 'it cannot be read');
}

/** A body as it came; undefined when it is cut off, or turns out to be larger than Slack sends. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  // By events: an iterator of a stream costs more than all else that is done before the acknowledgement.
  return new Promise(resolve => {
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MAX_BODY_BYTES) parts.push(part);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.once('end', () => resolve(Buffer.concat(parts)));
    request.once('close', () => resolve(undefined));
  });
}

/** Whether Slack signed it: HMAC-SHA256 over version, instant and body, compared in constant time. */
function isSigned(secret: string, headers: IncomingHttpHeaders, body: Buffer): boolean {
  const hash = createHmac('sha256', secret)
    .update(`v0:${headers['x-slack-request-timestamp']}:`)
    .update(body)
    .digest('hex');
  const wanted = Buffer.from(`v0=${hash}`);
  const given = Buffer.from(String(headers['x-slack-signature']));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** What a body holds: JSON, a form with JSON in it, or a form. */
function saidIn(body: Buffer, headers: IncomingHttpHeaders): Said | undefined {
  const text = body.toString();
  try {
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      return objectOf(JSON.parse(text));
    }
    const form = parse(text);
    return typeof form.payload === 'string' ? objectOf(JSON.parse(form.payload)) : { ...form };
  } catch {
    return undefined;
  }
}

function objectOf(said: unknown): Said | undefined {
  return typeof said === 'object' && said !== null ? { ...said } : undefined;
}
