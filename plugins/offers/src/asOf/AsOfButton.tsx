import { Button } from '@backstage/ui';
import { RiTimeLine } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { useAsOf } from './useAsOf';

// Local times need a calendar of zones, which few readers ever ask for.
const AsOfDialog = lazy(() => import('./AsOfDialog'));

/** Leads to the same page at another time; for those who read offers as staff, if only their own. */
export const AsOfButton = () => {
  const t = useT();
  const { at, lookAt } = useAsOf();
  const [isOpen, setOpen] = useState(false);
  const { me, may } = useMe();
  if (!may('readAll') && !me?.owner) return null;
  return (
    <>
      <Button variant="secondary" iconStart={<RiTimeLine />} onPress={() => setOpen(true)}>
        {t('asOf.open')}
      </Button>
      {isOpen && (
        <Suspense>
          <AsOfDialog at={at} onShow={lookAt} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
