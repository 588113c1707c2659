import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { forgetInTab, keepInTab, recallFromTab } from '../data/tabStorage';
import { useOwnKey } from '../shell/useOwnKey';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { contentFaults, scenarioOf, type PlanDraft } from './wizard';

/** The part of the address that is the step; the rest is what the plan begins with. */
const STEP = 'step';

function draftOf(params: URLSearchParams): PlanDraft {
  const zone = readersZone();
  return {
    scenario: scenarioOf(params.get('scenario')),
    offers: [],
    ends: [],
    title: params.get('title')?.slice(0, 120) ?? '',
    zone,
    release: tomorrowAtNine(new Date(), zone),
    preparation: '',
    note: '',
    demandIds: params.getAll('demand').slice(0, 50),
    wanted: params.getAll('offer').slice(0, 10),
  };
}

function isDraft(value: unknown): value is PlanDraft {
  return typeof value === 'object' && value !== null && 'scenario' in value && 'wanted' in value;
}

/** A plan that begins with the same is the same plan, at whichever step. */
function keyOf(params: URLSearchParams): string {
  const beginning = new URLSearchParams(params);
  beginning.delete(STEP);
  return `offers.newPlan.${beginning}`;
}

/**
 * A plan while it is made: what the address begins it with, or what a reload or the way back found of it. The step is in
 * the address, so that the browser's own way back leads to the step before.
 */
export function usePlanDraft(steps: number) {
  const [params, setParams] = useSearchParams();
  const [beginning] = useState(() => keyOf(params));
  const key = useOwnKey(beginning);
  const [recalled, setRecalled] = useState(() => recallFromTab(key, isDraft));
  const [draft, setDraft] = useState<PlanDraft>(() => recalled ?? draftOf(params));
  const [isTouched, setTouched] = useState(false);

  useEffect(() => {
    if (isTouched) keepInTab(key, draft);
  }, [key, draft, isTouched]);

  // Whoever comes with an offer has said what the plan does.
  const first = params.has('offer') ? 1 : 0;
  // Nobody is at the last step of a plan that brings nothing, whatever their address says.
  const last = contentFaults(draft).length > 0 ? 1 : steps - 1;
  const told = params.has(STEP) ? Number(params.get(STEP)) - 1 : first;
  const step = Math.min(Number.isInteger(told) && told >= 0 ? told : first, last);
  const go = (to: number, replace = false) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        next.set(STEP, String(to + 1));
        return next;
      },
      { replace },
    );

  return {
    draft,
    change: (part: Partial<PlanDraft>) => {
      setTouched(true);
      setDraft(before => ({ ...before, ...part }));
    },
    step,
    go,
    /** whether it was begun before, and can be begun anew */
    isRecalled: recalled !== undefined,
    beginAnew: () => {
      forgetInTab(key);
      setRecalled(undefined);
      setTouched(false);
      setDraft(draftOf(params));
      go(first, true);
    },
    forget: () => {
      setTouched(false);
      forgetInTab(key);
    },
  };
}
