import { Container } from '@backstage/ui';
import { useLayoutEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import type { staffMessages } from '../words/messages/staff';
import { useT } from '../words/useWords';
import { useStaffLinks, type StaffLinks } from './useStaffLinks';
import { bringInSight } from './bringInSight';
import styles from './SectionNav.module.css';
import { useMe, type Rights } from './useMe';

interface SectionLink {
  label: keyof typeof staffMessages;
  href: string;
  shown: boolean;
}

/** The parts of the pages for managers, and the pages of each; the one place that says so. */
const sections = {
  manage: (links: StaffLinks, rights: Rights): SectionLink[] => [
    { label: 'staff.offers', href: links.manage, shown: rights.isStaff },
    { label: 'staff.structure', href: links.structure, shown: rights.may('readAll') },
    { label: 'staff.prices', href: links.recalculation, shown: rights.may('managePlan') },
    { label: 'staff.priceLists', href: links.priceLists, shown: rights.isStaff },
    { label: 'staff.parties', href: links.parties, shown: rights.isStaff },
    { label: 'staff.access', href: links.access, shown: rights.may('readAll') },
  ],
  plans: (links: StaffLinks): SectionLink[] => [
    { label: 'staff.list', href: links.plans, shown: true },
    { label: 'staff.board', href: links.planBoard, shown: true },
    { label: 'staff.calendar', href: links.planCalendar, shown: true },
    { label: 'staff.standIns', href: links.delegations, shown: true },
  ],
  demand: (links: StaffLinks, rights: Rights): SectionLink[] => [
    { label: 'staff.demand', href: links.demands, shown: true },
    { label: 'staff.productReleases', href: links.productReleases, shown: rights.isStaff },
  ],
  operations: (links: StaffLinks): SectionLink[] => [
    { label: 'staff.attention', href: links.operations, shown: true },
    { label: 'staff.releaseCalendar', href: links.releaseCalendar, shown: true },
  ],
  reports: (links: StaffLinks, rights: Rights): SectionLink[] => [
    { label: 'staff.figures', href: links.reports, shown: rights.isStaff },
    { label: 'staff.audit', href: links.audit, shown: rights.may('readAudit') },
  ],
} as const;

/**
 * Moves the row so that the page one is on stands in it, which on a narrow screen may be beyond its edge.
 *
 * @param count - of links; they come as it is known what the person may see
 */
function useCurrentInSight(count: number) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useLayoutEffect(() => {
    const row = nav.current;
    const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && current) bringInSight(row, current);
  }, [pathname, count]);
  return nav;
}

/** Leads among the pages of one part; nothing where there is only one that the person may see. */
export const SectionNav = ({ of, label }: { of: keyof typeof sections; label: string }) => {
  const links = useStaffLinks();
  const rights = useMe();
  const t = useT();
  const shown = sections[of](links, rights).filter(link => link.shown);
  const nav = useCurrentInSight(shown.length);
  if (shown.length < 2) return null;
  return (
    <Container>
      <nav ref={nav} aria-label={label} className={styles.nav}>
        <ul className={styles.links}>
          {shown.map(({ label: name, href }) => (
            <li key={href}>
              <NavLink to={href} end className={styles.link ?? ''}>
                {t(name)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </Container>
  );
};
