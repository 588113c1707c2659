import { Context } from '@slack/bolt';
import { WebAPIPlatformError, WebClient } from '@slack/web-api';

/** A method of the Web API as a test answers it. */
export type FakeMethod = (args: Record<string, unknown>) => unknown;

/** What was called with what. */
export interface FakeCall {
  method: string;
  args: Record<string, unknown>;
}

/**
 * A Web API whose methods a test answers, by name such as `chat.postMessage`; what has no answer fails.
 */
export function fakeSlack(methods: Readonly<Record<string, FakeMethod>>) {
  const calls: FakeCall[] = [];
  const group = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_target, verb) =>
          async (args: Record<string, unknown> = {}) => {
            const method = `${name}.${String(verb)}`;
            calls.push({ method, args });
            const answer = methods[method];
            if (!answer) throw new Error(`unexpected ${method}`);
            return answer(args);
          },
      },
    );
  const groups = ['auth', 'chat', 'conversations', 'users', 'views'];
  const slack = Object.fromEntries(groups.map(name => [name, group(name)]));
  // The parts of the client that the bot calls, answered by the test.
  return { slack: slack as unknown as WebClient, calls };
}

/** What a listener is told beside a request that came in some milliseconds ago. */
export function cameIn(msAgo = 0): Context {
  return { isEnterpriseInstall: false, cameInAt: performance.now() - msAgo };
}

/** Slack's refusal with a code. */
export function platformError(
  error: string,
  more: Record<string, unknown> = {},
): WebAPIPlatformError {
  return new WebAPIPlatformError({ ok: false, error, ...more });
}
