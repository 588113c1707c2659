import {
  oneOf,
  PLAN_STATES,
  SCENARIOS,
  type PlanState,
  type Scenario,
} from '@offerdesk/backstage-plugin-offers-common';
import { useSearchParams } from 'react-router-dom';

/** What the address says of which plans are wanted. */
export interface PlanFilters {
  state: PlanState | undefined;
  scenario: Scenario | undefined;
  /** id or name of an offer */
  offer: string;
  change: (name: 'state' | 'scenario' | 'offer', value: string) => void;
}

/** The filters of the plans, kept in the address. */
export function usePlanFilters(): PlanFilters {
  const [params, setParams] = useSearchParams();
  return {
    state: oneOf(PLAN_STATES, params.get('state')),
    scenario: oneOf(SCENARIOS, params.get('scenario')),
    offer: params.get('offer') ?? '',
    change: (name, value) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
  };
}
