import { Alert, Button } from '@backstage/ui';
import { mayBeAskedAgain, sentenceOf } from '../data/problems';
import { useT } from '../words/useWords';

export interface ProblemProps {
  error: Error;
  /** asks again, which is offered where it can help */
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
        onRetry &&
        mayBeAskedAgain(error) && (
          <Button variant="secondary" size="small" onPress={onRetry}>
            {t('parts.tryAgain')}
          </Button>
        )
      }
    />
  );
};
