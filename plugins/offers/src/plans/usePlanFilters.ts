import {
  oneOf,
  PLAN_STATES,
  SCENARIOS,
  type PlanState,
  type Scenario,
} from '@offerdesk/backstage-plugin-offers-common';
import { useAddress, type ChangeAddress } from '../data/useAddress';

/** What the address says of which plans are wanted. */
export interface PlanFilters {
  state: PlanState | undefined;
  scenario: Scenario | undefined;
  /** id or name of an offer */
  offer: string;
  change: ChangeAddress<'state' | 'scenario' | 'offer'>;
}

/** The filters of the plans, kept in the address. */
export function usePlanFilters(): PlanFilters {
  const [params, change] = useAddress<'state' | 'scenario' | 'offer'>();
  return {
    state: oneOf(PLAN_STATES, params.get('state')),
    scenario: oneOf(SCENARIOS, params.get('scenario')),
    offer: params.get('offer') ?? '',
    change,
  };
}
