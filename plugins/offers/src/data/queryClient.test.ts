import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { createQueryClient } from './queryClient';

/** Asks something that always fails in the same way, as quickly as time can pass. */
async function triesOf(error: Error): Promise<number> {
  jest.useFakeTimers();
  let tries = 0;
  const asked = createQueryClient()
    .fetchQuery({
      queryKey: ['offers', 'me'],
      queryFn: () => {
        tries += 1;
        throw error;
      },
      retry: createQueryClient().getDefaultOptions().queries?.retry,
    })
    .catch(() => {});
  await jest.advanceTimersByTimeAsync(1_900);
  await asked;
  jest.useRealTimers();
  return tries;
}

describe('a question that fails', () => {
  it('is asked three times within two seconds where there is no answer', async () => {
    await expect(triesOf(new Error('503'))).resolves.toBe(3);
  });

  it('is not asked again where the backend refuses', async () => {
    await expect(triesOf(new OffersProblem(403, 'not-allowed', 'No.', []))).resolves.toBe(1);
  });
});
