import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { fieldErrors } from './fieldErrors';

const refusal = (...fields: [field: string, remedy: string][]) =>
  new OffersProblem(
    400,
    'invalid-input',
    'Mend the fields named.',
    fields.map(([field, remedy]) => ({ field, remedy })),
  );

const blocks = { release: 'date', terminations: 'why', 'terminations.0.ends': 'ends' };
const view = { state: { values: { date: {}, why: {}, ends: {} } } };

describe('The faults of a form', () => {
  it('stand at the blocks that ask for the fields, each fault once and as a sentence', () => {
    const problem = refusal(
      ['release.local', 'Choose a day'],
      ['release.zone', 'Choose a zone.'],
      ['terminations.0.ends', 'Choose a later one'],
      ['terminations.1', 'Leave it out'],
    );
    expect(fieldErrors(problem, blocks, view)).toEqual({
      date: 'Choose a day. Choose a zone.',
      ends: 'Choose a later one.',
      why: 'Leave it out.',
    });
  });

  it.each([
    ['of no field', refusal()],
    ['of a field that no block asks for', refusal(['release', 'Later'], ['kind', 'Another'])],
    ['of a block that the form does not show', refusal(['ends', 'Later'])],
    ['of a field whose name only begins alike', refusal(['releases', 'Later'])],
    ['by nobody', new TypeError('fetch failed')],
  ])('are told above it where something is refused %s', (_what, error) => {
    expect(fieldErrors(error, { ...blocks, ends: 'hidden' }, view)).toBeUndefined();
  });
});
