import { Alert, Button } from '@backstage/ui';
import { isNotFound, sentenceOf } from '../data/problems';
import { Empty } from './Empty';

interface ProblemProps {
  error: Error;
  /** asks again; leave it out where that cannot help */
  onRetry?: () => void;
}

/** A failure in a sentence, with a way to try again. */
export const Problem = ({ error, onRetry }: ProblemProps) => (
  <Alert
    role="alert"
    status="danger"
    icon
    title={sentenceOf(error)}
    customActions={
      onRetry && (
        <Button variant="secondary" size="small" onPress={onRetry}>
          Try again
        </Button>
      )
    }
  />
);

/**
 * What a page shows when its subject could not be read. What does not exist and what this person may not
 * see look the same (rule 1).
 */
export const PageProblem = ({ error, onRetry }: ProblemProps) =>
  isNotFound(error) ? (
    <Empty
      title="There is nothing here that you can see"
      description="The address may be mistyped, or what was here is not open to you."
    />
  ) : (
    <Problem error={error} {...(onRetry ? { onRetry } : {})} />
  );
