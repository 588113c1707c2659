import { Container } from '@backstage/ui';
import { NavLink } from 'react-router-dom';
import { useStaffLinks, type StaffLinks } from './useStaffLinks';
import styles from './SectionNav.module.css';
import { useMe, type Rights } from './useMe';

interface SectionLink {
  label: string;
  href: string;
  shown: boolean;
}

/** The parts of the pages for managers, and the pages of each; the one place that says so. */
const sections = {
  manage: (links: StaffLinks, rights: Rights): SectionLink[] => [
    { label: 'Offers', href: links.manage, shown: rights.isStaff },
    { label: 'Prices', href: links.recalculation, shown: rights.may('managePlan') },
    { label: 'Price lists', href: links.priceLists, shown: rights.isStaff },
    { label: 'Parties', href: links.parties, shown: rights.isStaff },
    { label: 'Access', href: links.access, shown: rights.may('readAll') },
  ],
  plans: (links: StaffLinks): SectionLink[] => [
    { label: 'List', href: links.plans, shown: true },
    { label: 'Board', href: links.planBoard, shown: true },
    { label: 'Calendar', href: links.planCalendar, shown: true },
    { label: 'Stand-ins', href: links.delegations, shown: true },
  ],
  demand: (links: StaffLinks, rights: Rights): SectionLink[] => [
    { label: 'Demand', href: links.demands, shown: true },
    { label: 'Product releases', href: links.productReleases, shown: rights.isStaff },
  ],
  reports: (links: StaffLinks, rights: Rights): SectionLink[] => [
    { label: 'Figures', href: links.reports, shown: rights.isStaff },
    { label: 'Audit log', href: links.audit, shown: rights.may('readAudit') },
  ],
} as const;

/** Leads among the pages of one part; nothing where there is only one that the person may see. */
export const SectionNav = ({ of, label }: { of: keyof typeof sections; label: string }) => {
  const links = useStaffLinks();
  const rights = useMe();
  const shown = sections[of](links, rights).filter(link => link.shown);
  if (shown.length < 2) return null;
  return (
    <Container>
      <nav aria-label={label} className={styles.nav}>
        <ul className={styles.links}>
          {shown.map(({ label: name, href }) => (
            <li key={href}>
              <NavLink to={href} end className={styles.link ?? ''}>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </Container>
  );
};
