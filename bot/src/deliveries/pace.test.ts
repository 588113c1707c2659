import { Pace } from './pace';

/** Sends as fast as the pace allows, until some time; every nth is limited for a second. */
function sentIn(seconds: number, limitedEach?: number) {
  let now = 0;
  const pace = new Pace(1000, () => now);
  const sent: number[] = [];
  for (let tries = 1; ; tries += 1) {
    now += pace.waitMs();
    if (now >= seconds * 1000) return sent;
    pace.took();
    if (limitedEach && tries % limitedEach === 0) pace.limited(1);
    else sent.push(now);
  }
}

describe('The pace of a channel', () => {
  it('is one message a second, and three at once after a rest', () => {
    const sent = sentIn(100);
    expect(sent.slice(0, 4)).toEqual([0, 0, 0, 1000]);
    expect(sent).toHaveLength(102);
  });

  it('makes up for what Slack limited, and never sends while it does', () => {
    const sent = sentIn(100, 10);
    expect(sent.length).toBeGreaterThanOrEqual(95);
    const within = (at: number) => sent.filter(other => other >= at && other < at + 1000).length;
    expect(Math.max(...sent.map(within))).toBeLessThanOrEqual(3);
    // Every tenth try was limited: what followed it came a second later at least.
    const gaps = sent.flatMap((at, index) =>
      index > 0 && index % 9 === 0 ? [at - (sent[index - 1] ?? 0)] : [],
    );
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });

  it('tells how long those behind others wait', () => {
    const pace = new Pace(1000, () => 0);
    expect(pace.waitMs(2)).toBe(0);
    expect(pace.waitMs(10)).toBe(8000);
  });
});
