import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { QueryClient } from '@tanstack/react-query';

/** Whether asking again could help: a refusal stays a refusal, a missing answer may come. */
function mayHelpToRetry(failures: number, error: Error): boolean {
  const refused = error instanceof OffersProblem && error.status < 500;
  return !refused && failures < 2;
}

/** Server state of the pages, apart from the app's own. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: mayHelpToRetry, staleTime: 5_000 } },
  });
}
