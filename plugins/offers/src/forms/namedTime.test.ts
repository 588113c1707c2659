import { namedTime } from './namedTime';

const AMSTERDAM = 'Europe/Amsterdam';

describe('[rule 13] what a date-and-time field names', () => {
  it('is an instant', () => {
    expect(namedTime('2027-03-28T03:00', AMSTERDAM)).toEqual({
      instant: '2027-03-28T01:00:00.000Z',
    });
  });

  it('is nothing while it is empty', () => {
    expect(namedTime('', AMSTERDAM)).toEqual({});
  });

  it.each(['2027-03-28T02:30', '2027-02-30T09:00'])('is a fault where there is no %s', local => {
    expect(namedTime(local, AMSTERDAM)).toEqual({ fault: expect.stringContaining(local) });
  });
});
