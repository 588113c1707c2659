import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { OFFERS_SIGNAL_CHANNEL } from '@offerdesk/backstage-plugin-offers-common';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import { useLive } from './useLive';

const Live = () => {
  useLive();
  return null;
};

function open(signals?: SignalApi) {
  const inApp = (element: JSX.Element) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals]]}>{element}</TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{element}</TestApiProvider>
    );
  const client = new QueryClient();
  const invalidate = jest.spyOn(client, 'invalidateQueries').mockResolvedValue();
  render(
    inApp(
      <QueryClientProvider client={client}>
        <Live />
      </QueryClientProvider>,
    ),
  );
  return invalidate;
}

describe('what is in sight', () => {
  it('is read again when a signal says that something changed', async () => {
    let tell: (message: { about: string }) => void = () => {};
    const channels: string[] = [];
    const invalidate = open({
      subscribe(channel, onMessage) {
        channels.push(channel);
        tell = message => onMessage(message as never);
        return { unsubscribe: () => {} };
      },
    });
    expect(channels).toEqual([OFFERS_SIGNAL_CHANNEL]);
    act(() => tell({ about: 'catalogue' }));
    await waitFor(() => expect(invalidate).toHaveBeenCalledWith({ queryKey: ['offers'] }));
  });

  it('is read again every minute where there are no signals', () => {
    jest.useFakeTimers();
    try {
      const invalidate = open();
      jest.advanceTimersByTime(59_000);
      expect(invalidate).not.toHaveBeenCalled();
      jest.advanceTimersByTime(2_000);
      expect(invalidate).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });
});
