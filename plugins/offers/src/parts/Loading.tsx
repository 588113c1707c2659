import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useT } from '../words/useWords';

interface LoadingProps {
  /** what is being loaded, for those who cannot see the shapes */
  what: string;
  rows?: number;
  height?: number;
}

/** Shapes in place of what is still being loaded. */
export const Loading = ({ what, rows = 4, height = 72 }: LoadingProps) => (
  <div role="status">
    <VisuallyHidden>{useT()('parts.loading', { what })}</VisuallyHidden>
    <Flex direction="column" gap="3" aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} width="100%" height={height} />
      ))}
    </Flex>
  </div>
);
