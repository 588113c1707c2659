import type { Capability, Me } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';

/** What the pages need to know of the person: undefined while it is not known. */
export interface Rights {
  me: Me | undefined;
  isPending: boolean;
  error: Error | null;
  retry: () => void;
  may(capability: Capability): boolean;
  /** whether they read more than the catalogue */
  isStaff: boolean;
  /** whether they read release plans */
  seesPlans: boolean;
}

/** Who is reading, and what they may do. The backend decides again on each call; this only shapes pages. */
export function useMe(): Rights {
  const { data: me, isPending, error, refetch } = useCall('me', {});
  const may = (capability: Capability) => me?.can.includes(capability) ?? false;
  const isStaff = may('readAll') || may('updateOffer');
  return {
    me,
    isPending,
    error,
    retry: () => {
      refetch();
    },
    may,
    isStaff,
    seesPlans: isStaff || may('managePlan') || may('release') || (me?.approver ?? false),
  };
}
