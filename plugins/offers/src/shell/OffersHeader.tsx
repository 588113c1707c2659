import { PluginHeader } from '@backstage/ui';
import { RiStore2Line } from '@remixicon/react';
import { useT } from '../words/useWords';
import { useLinks } from './useLinks';
import { useMe } from './useMe';
import { useStaffLinks } from './useStaffLinks';

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
    { id: 'operations', label: t('staff.operations'), href: staff.operations, shown: isStaff },
    { id: 'sources', label: t('shell.sources'), href: links.sources, shown: may('import') },
  ].filter(({ shown }) => shown);
  return (
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
  );
};
