import { digestDate, nextDigestAt } from './digests';
import { isRouted } from './routing';

const offer = {
  catalogue: 'services',
  categories: ['postgres', 'databases'],
  views: ['for-teams'],
};

describe('which announcements a channel is to hear', () => {
  it.each([
    [{}, true],
    [{ catalogues: ['services'] }, true],
    [{ catalogues: ['other'] }, false],
    [{ categories: ['databases'] }, true],
    [{ categories: ['storage'] }, false],
    [{ kinds: ['ending' as const, 'available' as const] }, true],
    [{ views: ['for-teams'] }, true],
    [{ views: ['for-nobody'] }, false],
    [{ kinds: ['promotion' as const] }, false],
    [{ categories: ['databases'], kinds: ['ending' as const] }, false],
    [{ categories: [], kinds: [] }, true],
  ])('%j: %s', (route, expected) => {
    expect(isRouted(route, offer, 'available')).toBe(expected);
  });
});

describe('when a digest is due', () => {
  const amsterdam = { zone: 'Europe/Amsterdam', time: '09:00', weekday: 1 };

  it.each([
    ['daily', '2026-12-01T07:59:00.000Z', '2026-12-01T08:00:00.000Z'],
    ['daily', '2026-12-01T08:00:00.000Z', '2026-12-02T08:00:00.000Z'],
    ['weekly', '2026-12-01T08:00:00.000Z', '2026-12-07T08:00:00.000Z'],
    ['weekly', '2026-12-07T08:00:00.000Z', '2026-12-14T08:00:00.000Z'],
  ] as const)('%s after %s: %s', (mode, after, due) => {
    expect(nextDigestAt(mode, amsterdam, after)).toBe(due);
  });

  it('[rule 13] keeps its local time over both clock changes, one a day', () => {
    for (const [start, time] of [
      ['2027-03-26T12:00:00.000Z', '02:30'],
      ['2027-03-26T12:00:00.000Z', '09:00'],
      ['2026-10-23T12:00:00.000Z', '02:30'],
      ['2026-10-23T12:00:00.000Z', '00:00'],
    ] as const) {
      const dates: string[] = [];
      let at: string = start;
      for (let day = 0; day < 5; day += 1) {
        at = nextDigestAt('daily', { ...amsterdam, time }, at);
        dates.push(digestDate(at, amsterdam.zone));
      }
      expect(new Set(dates).size).toBe(5);
      expect(Date.parse(dates[4] ?? '') - Date.parse(dates[0] ?? '')).toBe(4 * 86_400_000);
    }
  });
});
