import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { QueryClient } from '@tanstack/react-query';

/** How long is waited before each further try, in milliseconds: who waits hears within two seconds that there is no answer. */
const PAUSES_MS = [300, 1_000];

/** Whether asking again could help: a refusal stays a refusal, a missing answer may come. */
function mayHelpToRetry(failures: number, error: Error): boolean {
  const refused = error instanceof OffersProblem && error.status < 500;
  return !refused && failures < PAUSES_MS.length;
}

/** Server state of the pages, apart from the app's own. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: mayHelpToRetry,
        retryDelay: failures => PAUSES_MS[failures] ?? 0,
        staleTime: 5_000,
      },
    },
  });
}
