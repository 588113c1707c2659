import { isUnavailable } from './failures';

describe('what says that the database cannot answer at the moment', () => {
  it.each([
    ['select 1 - Connection terminated unexpectedly'],
    ['Connection ended unexpectedly'],
    ['Client has encountered a connection error and is not queryable'],
  ])('is a connection that broke, of which the driver gives no code: %s', message => {
    expect(isUnavailable(new Error(message))).toBe(true);
  });

  it('is no fault of ours, and no text that only speaks of it', () => {
    expect(isUnavailable(new Error('Connection terminated unexpectedly is a title'))).toBe(false);
    expect(isUnavailable(new TypeError('x is not a function'))).toBe(false);
  });
});
