import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import {
  OFFERS_SIGNAL_CHANNEL,
  type OffersSignal,
} from '@offerdesk/backstage-plugin-offers-common';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useLive, usePace } from './useLive';

type About = OffersSignal['about'];

/** A signals service that the test speaks for. */
function aSignals() {
  const channels: string[] = [];
  let hear: ((message: never) => void) | undefined;
  const api: SignalApi = {
    subscribe(channel, onMessage) {
      channels.push(channel);
      hear = onMessage;
      return {
        unsubscribe: () => {
          hear = undefined;
        },
      };
    },
  };
  return { api, channels, tell: (about: About) => hear?.({ about } as never) };
}

/** The two queries that every test has in sight. */
const CATALOGUE = ['offers', 'browse', {}];
const PLANS = ['offers', 'plans', {}];

const inApp =
  (signals: SignalApi | undefined, client = new QueryClient()) =>
  ({ children }: { children: ReactNode }) => {
    const element = <QueryClientProvider client={client}>{children}</QueryClientProvider>;
    return signals ? (
      <TestApiProvider apis={[[signalApiRef, signals]]}>{element}</TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{element}</TestApiProvider>
    );
  };

const Live = () => {
  useLive();
  return null;
};

function open(signals?: SignalApi) {
  const client = new QueryClient();
  client.setQueryData(CATALOGUE, []);
  client.setQueryData(PLANS, []);
  const { unmount } = render(<Live />, { wrapper: inApp(signals, client) });
  const isStale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated;
  return { unmount, stale: () => ({ catalogue: isStale(CATALOGUE), plans: isStale(PLANS) }) };
}

describe('what is in sight', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is read again when a signal says that something changed', () => {
    const signals = aSignals();
    const { stale } = open(signals.api);
    expect(signals.channels).toEqual([OFFERS_SIGNAL_CHANNEL]);
    act(() => signals.tell('catalogue'));
    expect(stale()).toEqual({ catalogue: false, plans: false });
    act(() => jest.advanceTimersByTime(1_500));
    expect(stale()).toEqual({ catalogue: true, plans: true });
  });

  it('is read again within half a second when a plan changed, and the catalogue is left alone', () => {
    const signals = aSignals();
    const { stale } = open(signals.api);
    act(() => signals.tell('plans'));
    act(() => jest.advanceTimersByTime(500));
    expect(stale()).toEqual({ catalogue: false, plans: true });
  });

  it('is not put off by signals that follow each other', () => {
    const signals = aSignals();
    const { stale } = open(signals.api);
    for (let i = 0; i < 5; i += 1) {
      act(() => signals.tell('plans'));
      act(() => jest.advanceTimersByTime(100));
    }
    expect(stale().plans).toBe(true);
  });

  it('asks for nothing more once it is out of sight', () => {
    const signals = aSignals();
    const { stale, unmount } = open(signals.api);
    act(() => signals.tell('plans'));
    unmount();
    jest.advanceTimersByTime(2_000);
    expect(stale().plans).toBe(false);
  });

  it('is read again every minute where there are no signals', () => {
    const { stale } = open();
    jest.advanceTimersByTime(59_000);
    expect(stale().catalogue).toBe(false);
    jest.advanceTimersByTime(2_000);
    expect(stale()).toEqual({ catalogue: true, plans: true });
  });
});

describe('polling', () => {
  const paceIn = (signals: SignalApi | undefined) =>
    renderHook(usePace, { wrapper: inApp(signals) }).result.current;

  it('is as often as is asked for without signals, and now and then with them', () => {
    expect([3_000, 60_000, false as const].map(paceIn(undefined))).toEqual([3_000, 60_000, false]);
    expect([3_000, 60_000, false as const].map(paceIn(aSignals().api))).toEqual([
      30_000,
      60_000,
      false,
    ]);
  });
});
