import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createQueryClient } from '../data/queryClient';
import { useLive } from '../data/useLive';
import { LiveRegion } from '../parts/LiveRegion';

const Live = ({ children }: { children: ReactNode }) => {
  useLive();
  return <>{children}</>;
};

/** What every page and card of the plugin stands in: its server state and its voice. */
export const OffersRoot = ({ children }: { children: ReactNode }) => {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Live>
        <LiveRegion>{children}</LiveRegion>
      </Live>
    </QueryClientProvider>
  );
};
