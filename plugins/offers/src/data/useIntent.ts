import type { CallInput, CallOutput, OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { useToast } from '../parts/useToast';
import { useAct } from './useCall';
import { useIdempotencyKey } from './useIdempotencyKey';

interface IntentSettings<T> {
  /** what is said when it is done */
  done: string | ((answer: T) => string);
  onDone?: (answer: T) => void;
}

/**
 * One intention of a person: asked once however often it is clicked (rule 5), told in a sentence when it is
 * done, and refused with the backend's own words.
 */
export function useIntent<Id extends OperationId>(
  id: Id,
  { done, onDone }: IntentSettings<CallOutput<Id>>,
) {
  const toast = useToast();
  const [idempotencyKey, settle] = useIdempotencyKey();
  const { mutate, isPending, error, reset } = useAct(id);
  const run = (input: (idempotencyKey: string) => CallInput<Id>) =>
    mutate(input(idempotencyKey), {
      onSuccess: answer => {
        settle(null);
        toast(typeof done === 'string' ? done : done(answer));
        onDone?.(answer);
      },
      onError: settle,
    });
  return { run, isPending, error, reset };
}
