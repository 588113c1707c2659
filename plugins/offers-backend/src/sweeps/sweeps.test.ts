import { mockServices } from '@backstage/backend-test-utils';
import { Context } from '../context';
import { startSweeps, Sweep } from './sweeps';

const flush = () => jest.advanceTimersByTimeAsync(0);

describe('a sweep', () => {
  const logger = mockServices.logger.mock();
  // Sweeps of a test look at nothing else of it.
  const ctx = { logger } as unknown as Context;
  const scheduler = mockServices.scheduler.mock();
  let scheduled: () => Promise<void>;

  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    scheduler.scheduleTask.mockImplementation(async ({ fn }) => {
      scheduled = () => Promise.resolve(fn(new AbortController().signal));
    });
  });
  afterEach(() => jest.useRealTimers());

  const sweeping = async (run: Sweep['run'], untilNext: Sweep['untilNext']) => {
    await startSweeps(scheduler, ctx, [
      { id: 'some', everySeconds: 5, run, ...(untilNext ? { untilNext } : {}) },
    ]);
    await scheduled();
  };

  it('runs at the instant that it knows of, and asks for the next one then', async () => {
    const run = jest.fn(async () => 0);
    const untilNext = jest
      .fn<Promise<number | undefined>, []>()
      .mockResolvedValueOnce(1_500)
      .mockResolvedValueOnce(700)
      .mockResolvedValue(undefined);
    await sweeping(run, untilNext);
    await jest.advanceTimersByTimeAsync(1_499);
    expect(run).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(3);
    expect(run).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(702);
    expect(run).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('leaves what is due later than its next run to that one', async () => {
    const run = jest.fn(async () => 0);
    await sweeping(run, async () => 5_001);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('looks again in a moment for what another replica is doing', async () => {
    const run = jest.fn(async () => 0);
    const untilNext = jest.fn<Promise<number | undefined>, []>().mockResolvedValueOnce(-100);
    await sweeping(run, untilNext);
    await jest.advanceTimersByTimeAsync(250);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('survives a run that fails at its instant', async () => {
    const run = jest.fn(async () => 0).mockResolvedValueOnce(0);
    run.mockRejectedValueOnce(new Error('The database is away'));
    await sweeping(run, async () => 100);
    await jest.advanceTimersByTimeAsync(102);
    await flush();
    expect(logger.warn).toHaveBeenCalledWith('some failed: Error: The database is away');
    await scheduled();
    expect(run).toHaveBeenCalledTimes(3);
  });
});
