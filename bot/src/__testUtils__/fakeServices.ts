import {
  CallInput,
  OffersProblem,
  OperationId,
  ProblemCode,
  problemTable,
} from '@offerdesk/backstage-plugin-offers-common';
import { RespondArguments } from '@slack/bolt';
import { PersonOffers } from '../backend/offers';
import { Activity } from '../listeners/activity';
import { BotServices } from '../listeners/services';
import { jsonLog } from '../log';

/** Answers of the API by operation; what has none is not found. */
export type FakeOperations = Partial<
  Record<OperationId, (input: CallInput<OperationId>) => unknown>
>;

/** The refusal of the API with a code, in the words of its table. */
export function refused(code: ProblemCode): OffersProblem {
  return new OffersProblem(problemTable[code][0], code, problemTable[code][1]);
}

/** Services whose API a test answers, and what was asked of them. */
export function fakeServices(answers: FakeOperations, changes: Partial<BotServices> = {}) {
  const calls: { id: OperationId; input: CallInput<OperationId> }[] = [];
  const lines: string[] = [];
  let nudges = 0;
  const offers = {
    signIn: async () => {},
    names: async () => new Map([['user:default/ada', 'Ada Keller']]),
    call: async (id: OperationId, input: CallInput<OperationId>) => {
      calls.push({ id, input });
      const answer = answers[id];
      if (!answer) throw refused('not-found');
      return answer(input);
    },
    // The operations that a test answers stand for the whole API.
  } as PersonOffers;
  const services: BotServices = {
    offers: { for: () => offers },
    userRefs: { find: async () => undefined },
    links: {
      begin: async () => ({ code: 'K7M2-9QXD-4TPA', expiresAt: '2026-12-01T09:10:00.000Z' }),
      complete: async () => {
        throw refused('link-code-wrong');
      },
    },
    forget: () => {},
    zoneOf: () => 'Europe/Amsterdam',
    nudge: () => {
      nudges += 1;
    },
    home: { show: async () => {}, respondTo: () => async () => new Response() },
    activity: new Activity(),
    log: jsonLog('debug', line => lines.push(line)),
    ...changes,
  };
  return { services, calls, lines, nudges: () => nudges };
}

/** A `respond` that keeps what was answered. */
export function fakeRespond() {
  const answers: RespondArguments[] = [];
  const respond = async (message: string | RespondArguments) => {
    answers.push(typeof message === 'string' ? { text: message } : message);
    return new Response();
  };
  return { respond, answers };
}
