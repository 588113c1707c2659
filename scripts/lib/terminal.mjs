/** A duration as a person would say it: `0.8 s`, `42 s`, `2 min 5 s`. */
export function spoken(ms) {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const LINE_EVERY_MS = 20_000;

function ticker(label, progress) {
  const started = Date.now();
  const line = () => {
    const extra = progress?.();
    return `  … ${label}, ${spoken(Date.now() - started)}${extra ? ` (${extra})` : ''}`;
  };
  if (!process.stdout.isTTY) {
    return setInterval(() => console.log(line()), LINE_EVERY_MS);
  }
  process.stdout.write(line());
  return setInterval(() => process.stdout.write(`\r\x1b[K${line()}`), 1000);
}

/**
 * Runs one step of a start: shows that it runs and for how long, then one line with its result.
 *
 * @param label what happens, such as `Installing packages`
 * @param work the step
 * @param options `progress` gives a few words while it runs
 * @returns `{ value, ms }`
 */
export async function step(label, work, { progress } = {}) {
  const started = Date.now();
  const timer = ticker(label, progress);
  let mark = '✗';
  try {
    const value = await work();
    mark = '✓';
    return { value, ms: Date.now() - started };
  } finally {
    clearInterval(timer);
    const clear = process.stdout.isTTY ? '\r\x1b[K' : '';
    console.log(`${clear}  ${mark} ${label}, ${spoken(Date.now() - started)}`);
  }
}
