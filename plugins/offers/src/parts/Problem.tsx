import { Alert, Button } from '@backstage/ui';
import { isNotFound, sentenceOf } from '../data/problems';
import { useT } from '../words/useWords';
import { Empty } from './Empty';

interface ProblemProps {
  error: Error;
  /** asks again; leave it out where that cannot help */
  onRetry?: () => void;
}

/** A failure in a sentence, with a way to try again. */
export const Problem = ({ error, onRetry }: ProblemProps) => {
  const t = useT();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      // The backend says itself what is wrong and what to do; without an answer we can only say that.
      title={sentenceOf(t, error)}
      customActions={
        onRetry && (
          <Button variant="secondary" size="small" onPress={onRetry}>
            {t('parts.tryAgain')}
          </Button>
        )
      }
    />
  );
};

/**
 * What a page shows when its subject could not be read. What does not exist and what this person may not
 * see look the same (rule 1).
 */
export const PageProblem = ({ error, onRetry }: ProblemProps) => {
  const t = useT();
  return isNotFound(error) ? (
    <Empty title={t('shell.nothingVisible')} description={t('shell.mistypedOrClosed')} />
  ) : (
    <Problem error={error} {...(onRetry ? { onRetry } : {})} />
  );
};
