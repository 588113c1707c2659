import { fieldOfHash } from './focusField';

describe('the field that an address names', () => {
  it('is what follows its #, in plain letters', () => {
    expect(fieldOfHash('#content.pricing.costs')).toBe('content.pricing.costs');
    expect(fieldOfHash('#content.plans.support%20rows')).toBe('content.plans.support rows');
  });

  it('is none, where the address has none or cannot be read', () => {
    expect(fieldOfHash('')).toBeUndefined();
    expect(fieldOfHash('#')).toBeUndefined();
    expect(fieldOfHash('#100%')).toBeUndefined();
  });
});
