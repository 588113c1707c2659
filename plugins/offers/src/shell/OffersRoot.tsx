import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createQueryClient } from '../data/queryClient';
import { LiveRegion } from '../parts/LiveRegion';

/** What every page and card of the plugin stands in: its server state and its voice. */
export const OffersRoot = ({ children }: { children: ReactNode }) => {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <LiveRegion>{children}</LiveRegion>
    </QueryClientProvider>
  );
};
