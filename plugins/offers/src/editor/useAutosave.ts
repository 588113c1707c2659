import type { ManagedOffer, PlanState } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { AUTOSAVE_AFTER_MS } from './autosaveAfter';
import type { DraftForm } from './draftForm';

/** States of a plan whose approvals a change would void. */
const APPROVING: readonly PlanState[] = ['submitted', 'approved', 'implementing', 'ready'];

/** Whether a draft may be saved by itself: never where that would void approvals unasked. */
export function savesItself({ can, plan }: Pick<ManagedOffer, 'can' | 'plan'>): boolean {
  return can.edit && !(plan && APPROVING.includes(plan.state));
}

interface AutosaveInput<Out> {
  offer: ManagedOffer;
  form: UseFormReturn<DraftForm, unknown, Out>;
  isDirty: boolean;
  /** whether something stands in the way: a save under way, a conflict, a failure that was told */
  isHeld: boolean;
  save: () => void;
}

/**
 * Saves a draft when its writer pauses. What does not fit the schema yet is not sent and disturbs nobody; a
 * conflict is asked about as with any save.
 */
export function useAutosave<Out>({ offer, form, isDirty, isHeld, save }: AutosaveInput<Out>): void {
  const { watch } = form;
  const latest = useRef(save);
  latest.current = save;
  const isOn = savesItself(offer) && isDirty && !isHeld;
  useEffect(() => {
    if (!isOn) return undefined;
    const start = () => setTimeout(() => latest.current(), AUTOSAVE_AFTER_MS);
    let timer = start();
    const { unsubscribe } = watch(() => {
      clearTimeout(timer);
      timer = start();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [isOn, watch]);
}
