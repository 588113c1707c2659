import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { NoAnswer } from '../backend/noAnswer';
import { IdentityRefusal } from '../identity/refusal';
import { inline } from './text';

/**
 * What to tell a person, and only them, when something did not go through: what is so, and what to do.
 *
 * @param reference - found in the bot's log, for what the person cannot mend
 */
export function refusalWords(error: unknown, reference: string): string {
  if (error instanceof IdentityRefusal) return inline(error.message, 1500);
  if (error instanceof OffersProblem && error.status < 500)
    return inline(problemWords(error), 2000);
  if (error instanceof NoAnswer || error instanceof OffersProblem) {
    return 'The portal does not answer at the moment. Try again in a minute: pressing twice does nothing twice.';
  }
  return `Something went wrong in the bot. Try again; if it stays, tell the people who run Offerdesk this reference: ${reference}.`;
}

function problemWords({ message, fields }: OffersProblem): string {
  const details = [...new Set(fields.map(({ remedy }) => remedy))];
  return [message, ...details.filter(remedy => !message.includes(remedy))].map(sentence).join(' ');
}

/** Words with a full stop, so that more can follow. */
export function sentence(words: string): string {
  const text = words.trim();
  return /[.!?…:]$/.test(text) || text === '' ? text : `${text}.`;
}
