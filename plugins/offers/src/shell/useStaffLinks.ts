import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';

function linksFrom(base: string) {
  const at = (path: string) => `${base}/${path}`;
  return {
    manage: at('manage'),
    structure: at('manage/structure'),
    recalculation: at('manage/prices'),
    priceLists: at('manage/price-lists'),
    parties: at('manage/parties'),
    access: at('manage/access'),
    plans: at('plans'),
    planBoard: at('plans/board'),
    planCalendar: at('plans/calendar'),
    newPlan: at('plans/new'),
    delegations: at('plans/stand-ins'),
    demands: at('demand'),
    demand: (id: string) => at(`demand/${encodeURIComponent(id)}`),
    productReleases: at('demand/product-releases'),
    operations: at('operations'),
    releaseCalendar: at('operations/calendar'),
    operate: (id: string) => at(`operations/${encodeURIComponent(id)}`),
    announcements: (id: string) => at(`operations/${encodeURIComponent(id)}/announcements`),
    reports: at('reports'),
    audit: at('reports/audit'),
  };
}

/** The addresses of the pages for those who look after offers. */
export type StaffLinks = ReturnType<typeof linksFrom>;

/** The addresses of the pages for those who look after offers. */
export function useStaffLinks(): StaffLinks {
  const base = useRouteRef(rootRouteRef)().replace(/\/$/, '');
  return useMemo(() => linksFrom(base), [base]);
}
