import { Button, Flex, Text } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { useAnnounce } from '../parts/LiveRegion';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { CategoryTree } from './CategoryTree';
import {
  AddDialog,
  MoveDialog,
  RenameDialog,
  RetireDialog,
  StructurePlanDialog,
} from './StructureDialogs';
import styles from './Structure.module.css';
import { inTreeOrder, refuseMove, treeWith, type Change, type MoveRefusal } from './treeDraft';
import { ViewsPanel } from './ViewsPanel';
import { bodyIn, changeIn } from './words';

const dialogs = { add: AddDialog, rename: RenameDialog, move: MoveDialog, retire: RetireDialog };

type Asked = keyof typeof dialogs;

interface EditingProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
}

const TreePanel = ({ structure, changes, onChange }: EditingProps) => {
  const t = useT();
  const announce = useAnnounce();
  const mayPlan = useMe().may('managePlan');
  const [selected, setSelected] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [refused, setRefused] = useState<MoveRefusal>();
  const items = inTreeOrder(treeWith(structure.categories, changes));
  const item = items.find(({ name }) => name === selected);
  const Dialog = asked && dialogs[asked];
  const move = (name: string, parent: string | undefined) => {
    const refusal = refuseMove(items, name, parent);
    setRefused(refusal);
    if (refusal) announce(t(refusal));
    else onChange({ kind: 'category-move', target: name, body: { parent: parent ?? null } });
  };
  return (
    <Panel title={t('structure.categories')} note={t('structure.treeNote')}>
      {items.length === 0 ? (
        <Text color="secondary">{t('structure.noCategories')}</Text>
      ) : (
        <CategoryTree items={items} selected={selected} onSelect={setSelected} onMove={move} />
      )}
      {refused && (
        <Text as="p" color="danger">
          {t(refused)}
        </Text>
      )}
      {mayPlan && (
        <div className={styles.acts}>
          <Button size="small" variant="secondary" onPress={() => setAsked('add')}>
            {item ? t('structure.addBelow', { title: item.title }) : t('structure.addTop')}
          </Button>
          {item && (
            <>
              <Button size="small" variant="secondary" onPress={() => setAsked('rename')}>
                {t('structure.rename')}
              </Button>
              <Button size="small" variant="secondary" onPress={() => setAsked('move')}>
                {t('structure.move')}
              </Button>
              <Button size="small" variant="secondary" onPress={() => setAsked('retire')}>
                {t('structure.retire')}
              </Button>
              <Button size="small" variant="tertiary" onPress={() => setSelected(undefined)}>
                {t('structure.selectNone')}
              </Button>
            </>
          )}
        </div>
      )}
      {Dialog && (
        <Dialog items={items} item={item} onChange={onChange} onClose={() => setAsked(undefined)} />
      )}
    </Panel>
  );
};

interface ChangesProps {
  changes: readonly Change[];
  onTakeBack: () => void;
}

const Changes = ({ changes, onTakeBack }: ChangesProps) => {
  const t = useT();
  return (
    <Panel
      title={t('structure.wouldChange')}
      note={t('structure.wouldChangeNote')}
      aside={
        <Button size="small" variant="tertiary" onPress={onTakeBack}>
          {t('structure.takeBack')}
        </Button>
      }
    >
      <DataTable
        caption={t('structure.wouldChange')}
        rows={changes.map((change, index) => ({ change, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { label: t('structure.change'), cell: ({ change }) => changeIn(t, change.kind) },
          { label: t('structure.of'), cell: ({ change }) => change.target },
          { label: t('structure.to'), cell: ({ change }) => bodyIn(t, change) || '–' },
        ]}
      />
    </Panel>
  );
};

const Coming = ({ coming }: Pick<WholeStructure, 'coming'>) => {
  const t = useT();
  if (coming.length === 0) return null;
  return (
    <Panel title={t('structure.coming')}>
      <DataTable
        caption={t('structure.coming')}
        rows={coming.map((each, index) => ({ ...each, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { label: t('structure.from'), cell: ({ from }) => <When at={from} /> },
          { label: t('structure.change'), cell: ({ change }) => changeIn(t, change.kind) },
          { label: t('structure.of'), cell: ({ change }) => change.target },
        ]}
      />
    </Panel>
  );
};

const Structure = () => {
  const t = useT();
  const [changes, setChanges] = useState<Change[]>([]);
  const [isPlanning, setPlanning] = useState(false);
  const { data, error, refetch } = useCall('readStructure', { query: {} });
  const add = (change: Change) => setChanges(before => [...before, change]);
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
          <div className={styles.layout}>
            <TreePanel structure={data} changes={changes} onChange={add} />
            <ViewsPanel structure={data} changes={changes} onChange={add} />
          </div>
          {changes.length > 0 && (
            <Changes changes={changes} onTakeBack={() => setChanges(changes.slice(0, -1))} />
          )}
          <Coming coming={data.coming} />
        </Flex>
      )}
      {isPlanning && <StructurePlanDialog changes={changes} onClose={() => setPlanning(false)} />}
    </Page>
  );
};

/** The category tree and the views of the catalogue, changed by plans. */
export default function StructurePage() {
  const t = useT();
  return (
    <StaffOnly title={t('staff.structure')} allows={({ may }) => may('readAll')}>
      <SectionNav of="manage" label={t('shell.manage')} />
      <Structure />
    </StaffOnly>
  );
}
