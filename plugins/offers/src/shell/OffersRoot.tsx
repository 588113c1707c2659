import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createQueryClient } from '../data/queryClient';
import { useLive } from '../data/useLive';
import { LiveRegion } from '../parts/LiveRegion';
import { EverybodysWords } from '../words/EverybodysWords';

const Live = ({ children }: { children: ReactNode }) => {
  useLive();
  return <>{children}</>;
};

/** What every page and card of the plugin stands in: its server state, its words and its voice. */
export const OffersRoot = ({ children }: { children: ReactNode }) => {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Live>
        <EverybodysWords>
          <LiveRegion>{children}</LiveRegion>
        </EverybodysWords>
      </Live>
    </QueryClientProvider>
  );
};
