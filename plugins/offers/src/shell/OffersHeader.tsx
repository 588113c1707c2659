import { PluginHeader } from '@backstage/ui';
import { RiStore2Line } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useT } from '../words/useWords';
import { useLinks } from './useLinks';
import { useMe } from './useMe';
import { useStaffLinks } from './useStaffLinks';

/**
 * The tabs of the header lead to pages and control no panel, yet the library says of the chosen one that it
 * does; a screen reader would look for a panel that is not there.
 */
function useTabsWithoutPanels() {
  const header = useRef<HTMLElement>(null);
  useEffect(() => {
    header.current?.querySelectorAll('[role="tab"][aria-controls]').forEach(tab => {
      const panel = tab.getAttribute('aria-controls');
      if (panel && !document.getElementById(panel)) tab.removeAttribute('aria-controls');
    });
  });
  return header;
}

/** The name of the plugin and the way to its pages; only to those that the person may see. */
export const OffersHeader = () => {
  const t = useT();
  const links = useLinks();
  const staff = useStaffLinks();
  const { isStaff, seesPlans, may } = useMe();
  const tabs = [
    { id: 'catalogue', label: t('shell.catalogue'), href: links.catalogue, shown: true },
    { id: 'manage', label: t('shell.manage'), href: links.manage, shown: isStaff },
    { id: 'plans', label: t('shell.plans'), href: links.plans, shown: seesPlans },
    { id: 'demand', label: t('staff.demand'), href: staff.demands, shown: isStaff },
    { id: 'operations', label: t('staff.operations'), href: staff.operations, shown: isStaff },
    { id: 'sources', label: t('shell.sources'), href: links.sources, shown: may('import') },
    { id: 'slack', label: t('shell.slack'), href: links.slack, shown: true },
  ].filter(({ shown }) => shown);
  // Read so that the header is drawn anew, and its tabs looked at, on each page.
  useLocation();
  const header = useTabsWithoutPanels();
  return (
    <header ref={header}>
      <PluginHeader
        icon={<RiStore2Line />}
        title={t('shell.offers')}
        titleLink={links.catalogue}
        {...(tabs.length > 1
          ? {
              tabs: tabs.map(({ id, label, href }) => ({
                id,
                label,
                href,
                matchStrategy: 'prefix' as const,
              })),
            }
          : {})}
      />
    </header>
  );
};
