import { Text } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ActionDialog } from '../parts/ActionDialog';
import { useT } from '../words/useWords';

/** The address in this app that a click would lead to, away from this page; undefined for any other click. */
function leavingAddress(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return undefined;
  }
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== '_self'))
    return undefined;
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== window.location.origin || pathname === window.location.pathname) return undefined;
  return `${pathname}${search}`;
}

/**
 * Asks before a link leads away from unsaved changes, and lets the browser ask before a reload. The app's
 * router cannot be blocked, so links are caught before they act. The back button is not caught: what was
 * not saved is offered again when the person returns.
 */
export const LeaveGuard = ({ isDirty }: { isDirty: boolean }) => {
  const t = useT();
  const navigate = useNavigate();
  const [address, setAddress] = useState<string>();

  useEffect(() => {
    if (!isDirty) return undefined;
    const onClick = (event: MouseEvent) => {
      const target = leavingAddress(event);
      if (target === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setAddress(target);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);

  if (address === undefined) return null;
  return (
    <ActionDialog
      title={t('leave.title')}
      confirm={t('leave.confirm')}
      onConfirm={() => {
        setAddress(undefined);
        navigate(address);
      }}
      onClose={() => setAddress(undefined)}
      isPending={false}
    >
      <Text as="p">{t('leave.note')}</Text>
    </ActionDialog>
  );
};
