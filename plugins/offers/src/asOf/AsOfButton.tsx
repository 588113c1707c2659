import { Button } from '@backstage/ui';
import { RiTimeLine } from '@remixicon/react';
import { useState } from 'react';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { AsOfDialog } from './AsOfDialog';
import { useAsOf } from './useAsOf';

/** Leads to the same page at another time; for those who may read every offer. */
export const AsOfButton = () => {
  const t = useT();
  const { at, lookAt } = useAsOf();
  const [isOpen, setOpen] = useState(false);
  if (!useMe().may('readAll')) return null;
  return (
    <>
      <Button variant="secondary" iconStart={<RiTimeLine />} onPress={() => setOpen(true)}>
        {t('asOf.open')}
      </Button>
      {isOpen && <AsOfDialog at={at} onShow={lookAt} onClose={() => setOpen(false)} />}
    </>
  );
};
