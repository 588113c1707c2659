import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { englishT } from '../__testUtils__/translators';
import { sentenceOf } from './problems';

const sentence = (error: Error) => sentenceOf(englishT(), error);

describe('a failure in a sentence', () => {
  it('says what to do where something else answered in the place of the backend', () => {
    expect(sentence(new OffersProblem(503, undefined, 'The server answered 503.'))).toBe(
      'The server cannot answer just now (503). Try again in a moment.',
    );
  });

  it('says what to do where there was no answer', () => {
    expect(sentence(new TypeError('Failed to fetch'))).toMatch(/try again/);
  });

  it('says what the backend says', () => {
    expect(sentence(new OffersProblem(409, 'conflict', 'Load it again.'))).toBe('Load it again.');
  });
});
