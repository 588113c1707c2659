import { isNotFound } from '../data/problems';
import { Problem, type ProblemProps } from '../parts/Problem';
import { useT } from '../words/useWords';
import { NothingHere } from './NothingHere';

/**
 * What a page shows when its subject could not be read. What does not exist and what this person may not
 * see look the same (rule 1).
 */
export const PageProblem = ({ error, onRetry }: ProblemProps) => {
  const t = useT();
  return isNotFound(error) ? (
    <NothingHere title={t('shell.nothingVisible')} description={t('shell.mistypedOrClosed')} />
  ) : (
    <Problem error={error} {...(onRetry ? { onRetry } : {})} />
  );
};
