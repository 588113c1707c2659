import { AllMiddlewareArgs } from '@slack/bolt';

/** Slack waits three seconds, from when somebody pressed to when it has the answer: what both ways take counts too. */
const ANSWER_WITHIN_MS = 2_000;

/** What a receiver tells listeners of when a request came in, on the clock of `performance.now()`. */
export interface CameIn extends Record<string, number> {
  cameInAt: number;
}

/**
 * How long Slack may still be kept waiting for the answer to a request, in milliseconds: what came before the listener, such
 * as a turn that was long in coming, counts.
 */
export function msToAnswer({ cameInAt }: AllMiddlewareArgs['context']): number {
  const waited = typeof cameInAt === 'number' ? performance.now() - cameInAt : 0;
  return Math.max(0, ANSWER_WITHIN_MS - waited);
}
