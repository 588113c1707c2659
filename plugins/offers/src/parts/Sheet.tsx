import { Card, CardBody } from '@backstage/ui';
import type { ReactNode } from 'react';

/** The ground that a list stands on. */
export const Sheet = ({ children }: { children: ReactNode }) => (
  <Card>
    <CardBody>{children}</CardBody>
  </Card>
);
