import { Button, Flex } from '@backstage/ui';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { useKeptInTab } from '../data/useKeptInTab';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useOwnKey } from '../shell/useOwnKey';
import { useT } from '../words/useWords';
import { CataloguesPanel } from './CataloguesPanel';
import { ComingChanges, DraftedChanges } from './ChangeTables';
import { StructurePlanDialog } from './StructurePlanDialog';
import styles from './Structure.module.css';
import { TreePanel } from './TreePanel';
import type { Change } from './treeDraft';
import { ViewsPanel } from './ViewsPanel';

const Structure = () => {
  const t = useT();
  const [changes, setChanges, forget] = useKeptInTab<Change>(useOwnKey('offers.structureChanges'));
  const [isPlanning, setPlanning] = useState(false);
  const { data, error, refetch } = useCall('readStructure', { query: {} });
  const editing = {
    changes,
    onChange: (change: Change) => setChanges(before => [...before, change]),
  };
  return (
    <Page
      title={t('staff.structure')}
      lede={t('structure.lede')}
      actions={
        changes.length > 0 && (
          <Button variant="primary" onPress={() => setPlanning(true)}>
            {t('structure.plan', { count: changes.length })}
          </Button>
        )
      }
    >
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('structure.loading')} rows={3} height={96} />}
      {data && (
        <Flex direction="column" gap="5">
          <CataloguesPanel structure={data} {...editing} />
          <div className={styles.layout}>
            <TreePanel structure={data} {...editing} />
            <ViewsPanel structure={data} {...editing} />
          </div>
          {changes.length > 0 && (
            <DraftedChanges
              structure={data}
              changes={changes}
              onTakeBack={() => setChanges(changes.slice(0, -1))}
            />
          )}
          <ComingChanges structure={data} />
        </Flex>
      )}
      {isPlanning && (
        <StructurePlanDialog
          changes={changes}
          onPlanned={forget}
          onClose={() => setPlanning(false)}
        />
      )}
    </Page>
  );
};

/** Catalogues, the category tree and the views, changed by plans. */
export default function StructurePage() {
  const t = useT();
  return (
    <StaffOnly title={t('staff.structure')} allows={({ may }) => may('readAll')}>
      <SectionNav of="manage" label={t('manage.nav')} />
      <Structure />
    </StaffOnly>
  );
}
