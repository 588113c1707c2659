import { PluginHeader } from '@backstage/ui';
import { RiStore2Line } from '@remixicon/react';
import { memo, useEffect, useRef } from 'react';
import { useSame } from '../parts/useSame';
import { useT } from '../words/useWords';
import { bringInSight } from './bringInSight';
import styles from './OffersHeader.module.css';
import { useLinks } from './useLinks';
import { useMe } from './useMe';
import { useStaffLinks } from './useStaffLinks';

/** Tabs lead to pages and control no panel, yet the library says of the chosen one that it does: a screen reader would look for it. */
function forgetPanels(header: HTMLElement): void {
  header.querySelectorAll('[role="tab"][aria-controls]').forEach(tab => {
    const panel = tab.getAttribute('aria-controls');
    if (panel && !document.getElementById(panel)) tab.removeAttribute('aria-controls');
  });
}

/** Mends what the library makes of the tabs: panels that are not there, and on a narrow screen a chosen tab out of sight. */
function useMendedTabs() {
  const header = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = header.current;
    if (!element) return undefined;
    let shown: Element | null = null;
    const mend = () => {
      forgetPanels(element);
      const chosen = element.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
      // Where the reader moves the row it stays, until another tab is chosen.
      const row = chosen?.closest<HTMLElement>('.bui-PluginHeaderTabsWrapper');
      if (chosen && row && chosen !== shown) bringInSight(row, chosen);
      shown = chosen;
    };
    mend();
    // The library chooses the tab of the address after the header is drawn, and with each page anew.
    const observer = new MutationObserver(mend);
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributeFilter: ['aria-controls', 'aria-selected'],
    });
    return () => observer.disconnect();
  }, []);
  return header;
}

interface FrameProps {
  title: string;
  home: string;
  tabs: readonly { id: string; label: string; href: string }[];
}

/** Drawn again when it says something else, and not with every filter that the address names. */
const Frame = memo(({ title, home, tabs }: FrameProps) => (
  <PluginHeader
    icon={<RiStore2Line />}
    title={title}
    titleLink={home}
    {...(tabs.length > 1
      ? { tabs: tabs.map(tab => ({ ...tab, matchStrategy: 'prefix' as const })) }
      : {})}
  />
));

/** The name of the plugin and the way to its pages; only to those that the person may see. */
export const OffersHeader = () => {
  const t = useT();
  const links = useLinks();
  const staff = useStaffLinks();
  const { isStaff, seesPlans, may } = useMe();
  const pages = [
    { id: 'catalogue', label: t('shell.catalogue'), href: links.catalogue, shown: true },
    { id: 'manage', label: t('shell.manage'), href: links.manage, shown: isStaff },
    { id: 'plans', label: t('shell.plans'), href: links.plans, shown: seesPlans },
    { id: 'demand', label: t('staff.demand'), href: staff.demands, shown: isStaff },
    { id: 'operations', label: t('staff.operations'), href: staff.operations, shown: isStaff },
    { id: 'reports', label: t('staff.reports'), href: staff.reports, shown: isStaff },
    { id: 'sources', label: t('shell.sources'), href: links.sources, shown: may('import') },
    { id: 'hear', label: t('hear.title'), href: links.wishes, shown: true },
    { id: 'slack', label: t('shell.slack'), href: links.slack, shown: true },
  ];
  const tabs = useSame(
    pages.filter(({ shown }) => shown).map(({ id, label, href }) => ({ id, label, href })),
  );
  const header = useMendedTabs();
  return (
    <header ref={header} className={styles.header}>
      <Frame title={t('shell.offers')} home={links.catalogue} tabs={tabs} />
    </header>
  );
};
