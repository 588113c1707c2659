import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { englishT } from '../__testUtils__/translators';
import { isNotFound, sentenceOf } from './problems';

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

describe('what is not there', () => {
  const refused = (...fields: string[]) =>
    isNotFound(
      new OffersProblem(
        400,
        'invalid-input',
        'Not as documented.',
        fields.map(field => ({ field, remedy: 'Not an id of Offerdesk' })),
      ),
    );

  it('is what the backend does not find, and what an address calls by what is no id', () => {
    expect(isNotFound(new OffersProblem(404, 'not-found', 'Nothing.'))).toBe(true);
    expect(refused('id')).toBe(true);
    expect(refused('name')).toBe(true);
  });

  it('is not what was asked for wrongly', () => {
    expect(refused('id', 'at')).toBe(false);
    expect(refused()).toBe(false);
    expect(isNotFound(new OffersProblem(503, undefined, 'Later.'))).toBe(false);
  });
});
