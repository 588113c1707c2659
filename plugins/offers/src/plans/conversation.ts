import type { Plan, PlanComment } from '@offerdesk/backstage-plugin-offers-common';

/** Something that was said, with what answers it. */
export interface Exchange {
  said: PlanComment;
  answers: PlanComment[];
}

/**
 * What was said as a conversation: each thing with all that answers it, first words first. An answer whose question
 * is not among them, in a conversation too long to be shown whole, stands by itself.
 */
export function exchangesOf(comments: readonly PlanComment[]): Exchange[] {
  const exchanges = new Map<string, Exchange>();
  const found: Exchange[] = [];
  for (const said of comments) {
    const exchange = said.answers ? exchanges.get(said.answers) : undefined;
    if (exchange) {
      exchange.answers.push(said);
      exchanges.set(said.id, exchange);
    } else {
      const fresh = { said, answers: [] };
      exchanges.set(said.id, fresh);
      found.push(fresh);
    }
  }
  return found;
}

/** Who asked for the release, and is asked what is not clear. */
export function requesterOf({ submittedBy, createdBy }: Plan): string {
  return submittedBy ?? createdBy;
}

/** Whether somebody asked whoever wants the release something, and heard nothing from them since. */
export function waitsForAnswer({ said, answers }: Exchange, requester: string): boolean {
  return said.author !== requester && !answers.some(({ author }) => author === requester);
}
