import type { ReactNode } from 'react';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { useT } from '../words/useWords';
import { NothingHere } from './NothingHere';
import { useMe, type Rights } from './useMe';

interface StaffOnlyProps {
  title: string;
  allows(rights: Rights): boolean;
  children: ReactNode;
}

/** Shows a page to those whom it is for, and tells the others honestly that it is not. */
export const StaffOnly = ({ title, allows, children }: StaffOnlyProps) => {
  const t = useT();
  const rights = useMe();
  if (rights.me && allows(rights)) return <>{children}</>;
  return (
    <Page title={title}>
      {rights.isPending && <Loading what={t('shell.roles')} />}
      {rights.error && <Problem error={rights.error} onRetry={rights.retry} />}
      {rights.me && <NothingHere title={t('staff.only')} description={t('staff.onlyDo')} />}
    </Page>
  );
};
