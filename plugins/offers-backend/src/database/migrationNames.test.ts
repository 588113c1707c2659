import { inTheWayOf, isBefore, neededFor } from './migrationNames';

const ADDS = '20270101000000_colours.js';
const TAKES = '20270112090000_contract_0_2_0_version_hash.js';

describe('the name of a migration', () => {
  it('says from which release on replicas can work beside it', () => {
    expect(neededFor(TAKES)).toBe('0.2.0');
    expect(neededFor(ADDS)).toBeUndefined();
    expect(neededFor('20270101000000_contract_dates.js')).toBeUndefined();
  });

  it('stops a replica of a release that uses what it takes away, and no other', () => {
    expect(inTheWayOf('0.1.9', [ADDS, TAKES])).toEqual([TAKES]);
    expect(inTheWayOf('0.2.0', [ADDS, TAKES])).toEqual([]);
    expect(inTheWayOf('0.10.0', [ADDS, TAKES])).toEqual([]);
  });
});

describe('releases', () => {
  it.each([
    ['0.1.9', '0.2.0', true],
    ['0.9.0', '0.10.0', true],
    ['1.0.0', '0.10.0', false],
    ['0.2.0', '0.2.0', false],
    ['0.2.0-next.1', '0.2.0', false],
  ])('%s came before %s: %s', (release, other, said) => {
    expect(isBefore(release, other)).toBe(said);
  });

  it('are numbers', () => expect(() => isBefore('latest', '0.1.0')).toThrow('not a release'));
});
