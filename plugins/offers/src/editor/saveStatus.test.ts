import { aManagedOffer } from '../__testUtils__/builders';
import { englishT } from '../__testUtils__/translators';
import { saveStatus } from './saveStatus';

const still = { isPending: false, error: null, isUnfinished: false };
const say = (over: Partial<Parameters<typeof saveStatus>[1]>) =>
  saveStatus(englishT(), {
    offer: aManagedOffer(),
    isDirty: true,
    saving: still,
    errors: 0,
    ...over,
  });

describe('how it stands with saving a draft', () => {
  it('promises to save by itself only what can be saved', () => {
    expect(say({})).toMatch(/saved when you pause/);
    expect(say({ saving: { ...still, isUnfinished: true } })).toMatch(
      /^Not saved: .* not finished/,
    );
    expect(say({ isDirty: false })).toBe('Everything is saved.');
  });

  it('promises nothing where saving would void approvals', () => {
    const plan = { id: 'p', title: 'Winter', state: 'approved' as const };
    expect(say({ offer: aManagedOffer({ plan }) })).toBe('Unsaved changes.');
  });

  it('says first what went wrong', () => {
    expect(say({ errors: 1, isDirty: false })).toMatch(/not right yet/);
    expect(say({ saving: { ...still, isPending: true }, errors: 1 })).toBe('Saving…');
  });
});
