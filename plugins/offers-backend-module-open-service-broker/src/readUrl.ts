import { isError } from '@backstage/errors';
import { SourceError } from '@offerdesk/backstage-plugin-offers-node';
import { MOST_BYTES, MOST_WORDS } from './limits';
import { BrokerAuth } from './settings';

const TIME_OUT_MS = 30_000;
const MOST_REDIRECTS = 5;

/** Where a broker is and how it knows us. */
export interface BrokerAddress {
  url: string;
  auth: BrokerAuth | undefined;
}

/**
 * The text that the broker answers to `GET /v2/catalog`.
 *
 * A redirect is followed to the same scheme, host and port alone: the credentials go nowhere else.
 * Neither they nor what the broker answers stand in an error.
 *
 * @param timeOutMs - how long the whole answer may take
 * @throws SourceError when there is no answer of 200 within size and time; what the caller aborts with, when it does
 */
export async function readCatalogueUrl(
  { url, auth }: BrokerAddress,
  signal: AbortSignal,
  timeOutMs: number = TIME_OUT_MS,
): Promise<string> {
  const address = `${url}/v2/catalog`;
  const timeOut = AbortSignal.timeout(timeOutMs);
  try {
    const response = await fetchCatalogue(address, auth, AbortSignal.any([signal, timeOut]));
    return await boundedText(response, address);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    signal.throwIfAborted();
    throw new SourceError(
      timeOut.aborted
        ? `${address} did not answer within ${timeOutMs / 1000} seconds. Look whether the broker runs, and try again.`
        : `${address} cannot be reached (${causeOf(error)}). Check the address, and whether the broker runs.`,
    );
  }
}

async function fetchCatalogue(
  address: string,
  auth: BrokerAuth | undefined,
  signal: AbortSignal,
): Promise<Response> {
  let target = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(target, { headers: headers(auth), redirect: 'manual', signal });
    if (response.status === 200) return response;
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399) throw refusal(address, response.status);
    target = redirectTarget(response, target);
  }
  throw new SourceError(
    `${address} redirects more than ${MOST_REDIRECTS} times. Configure the address that it leads to.`,
  );
}

function redirectTarget(response: Response, from: string): string {
  const location = response.headers.get('location') ?? '';
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!to || to.origin !== new URL(from).origin || to.username || to.password) {
    throw new SourceError(
      `${from} redirects to another place, where the credentials must not go. Configure the address of the broker itself.`,
    );
  }
  return to.href;
}

function headers(auth: BrokerAuth | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    'x-broker-api-version': '2.17',
    ...(auth ? { authorization: authorization(auth) } : {}),
  };
}

function authorization(auth: BrokerAuth): string {
  if ('token' in auth) return `Bearer ${auth.token}`;
  return `Basic ${Buffer.from(`${auth.username}:${auth.password}`, 'utf8').toString('base64')}`;
}

function refusal(address: string, status: number): SourceError {
  const remedies: Readonly<Record<number, string>> = {
    401: 'The broker does not know these credentials: correct the key auth of the source.',
    403: 'The broker does not allow it: correct the key auth of the source, or ask for the right.',
    404: 'There is no catalogue there: correct the key url of the source.',
    412: 'The broker does not speak version 2.17 of the API: it has to be updated.',
  };
  return new SourceError(
    `${address} answered ${status}. ${remedies[status] ?? 'Look at the log of the broker, and try again.'}`,
  );
}

async function boundedText(response: Response, address: string): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) {
      throw new SourceError(
        `${address} answered with more than ${MOST_WORDS}; that is no catalogue. Check the address.`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The system's code alone, such as ECONNREFUSED: messages may quote headers. */
function causeOf(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  return isError(cause) && typeof cause.code === 'string' ? cause.code : 'no connection';
}
