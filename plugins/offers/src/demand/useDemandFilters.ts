import {
  DEMAND_KINDS,
  DEMAND_SOURCES,
  DEMAND_STATES,
  oneOf,
  type DemandKind,
  type DemandSource,
  type DemandState,
} from '@offerdesk/backstage-plugin-offers-common';
import { useAddress, type ChangeAddress } from '../data/useAddress';

/** What the address says of which demands are wanted. */
export interface DemandFilters {
  state: DemandState | undefined;
  kind: DemandKind | undefined;
  source: DemandSource | undefined;
  /** an entity that a demand names */
  product: string;
  view: 'board' | 'list';
  change: ChangeAddress<'state' | 'kind' | 'source' | 'product' | 'view'>;
}

/** The filters of the demands, kept in the address. */
export function useDemandFilters(): DemandFilters {
  const [params, change] = useAddress<'state' | 'kind' | 'source' | 'product' | 'view'>();
  return {
    state: oneOf(DEMAND_STATES, params.get('state')),
    kind: oneOf(DEMAND_KINDS, params.get('kind')),
    source: oneOf(DEMAND_SOURCES, params.get('source')),
    product: params.get('product') ?? '',
    view: params.get('view') === 'list' ? 'list' : 'board',
    change,
  };
}
