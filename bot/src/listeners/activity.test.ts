import { pause } from '../time';
import { Activity } from './activity';

/** Keeps the process busy. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('What is begun in turn', () => {
  it('is begun one after the other, and what comes meanwhile is heard between them', async () => {
    const activity = new Activity();
    const begun: number[] = [];
    const heard: number[] = [];
    const timer = setInterval(() => heard.push(begun.length), 1);
    const all = Array.from({ length: 10 }, (_each, number) =>
      activity.inTurn(async () => {
        begun.push(number);
        busy(5);
      }),
    );
    await Promise.all(all);
    clearInterval(timer);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // Heard at several places between, not only after all.
    expect(new Set(heard.filter(place => place < 10)).size).toBeGreaterThan(3);
  });

  it('counts as running while it waits, so that a stop does not lose it', async () => {
    const activity = new Activity();
    let done = false;
    void activity.inTurn(async () => {
      await pause(10);
      done = true;
    });
    await activity.idle();
    expect(done).toBe(true);
  });
});
