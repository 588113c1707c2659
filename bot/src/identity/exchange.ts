import { z } from 'zod';
import { NoAnswer } from '../backend/noAnswer';
import { pause } from '../time';
import { IdentityRefusal } from './refusal';

const answerSchema = z.object({ backstageIdentity: z.object({ token: z.string().min(1) }) });

const refusalSchema = z.object({
  error: z.object({ code: z.string().optional(), message: z.string() }),
});

const TIMEOUT_MS = 5_000;
const RETRY_PAUSES_MS = [300, 1_000];

/**
 * Exchanges an assertion for a Backstage token of the person. Each attempt carries a new assertion:
 * the portal takes one only once.
 *
 * @throws IdentityRefusal when the portal does not accept the person; NoAnswer when it is silent
 */
export async function exchangeAssertion(
  baseUrl: string,
  newAssertion: () => Promise<string>,
): Promise<string> {
  const pauses = [...RETRY_PAUSES_MS];
  for (;;) {
    try {
      return await exchangeOnce(baseUrl, await newAssertion());
    } catch (error) {
      const pauseMs = error instanceof IdentityRefusal ? undefined : pauses.shift();
      if (pauseMs === undefined) throw error;
      await pause(pauseMs);
    }
  }
}

async function exchangeOnce(baseUrl: string, assertion: string): Promise<string> {
  const { response, body } = await send(baseUrl, assertion);
  if (response.ok) {
    const answer = answerSchema.safeParse(body);
    if (answer.success) return answer.data.backstageIdentity.token;
  }
  const refusal = refusalSchema.safeParse(body);
  if (response.status >= 400 && response.status < 500 && refusal.success) {
    throw refusalOf(refusal.data.error);
  }
  throw new NoAnswer(`sign-in answered ${response.status}`);
}

function refusalOf({ code, message }: z.infer<typeof refusalSchema>['error']): IdentityRefusal {
  // About the assertion the person can do nothing: that sentence is for the log.
  const sentence = code?.startsWith('assertion-')
    ? `The portal does not accept this Slack app (${code}). Tell the people who run Offerdesk; the log of the bot says what to do.`
    : message;
  return new IdentityRefusal(code ?? 'refused', sentence, message);
}

async function send(baseUrl: string, assertion: string) {
  try {
    const response = await fetch(`${baseUrl}/api/auth/slackBot/refresh`, {
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
        'X-Offers-Slack-Assertion': assertion,
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { response, body: parse(await response.text()) };
  } catch (error) {
    throw new NoAnswer(error);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
