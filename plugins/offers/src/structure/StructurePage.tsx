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
import { CategoryTree } from './CategoryTree';
import {
  AddDialog,
  MoveDialog,
  RenameDialog,
  RetireDialog,
  StructurePlanDialog,
} from './StructureDialogs';
import styles from './Structure.module.css';
import { inTreeOrder, refuseMove, treeWith, type Change } from './treeDraft';
import { ViewsPanel } from './ViewsPanel';
import { changeKinds } from './words';

const dialogs = { add: AddDialog, rename: RenameDialog, move: MoveDialog, retire: RetireDialog };

type Asked = keyof typeof dialogs;

interface EditingProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
}

const TreePanel = ({ structure, changes, onChange }: EditingProps) => {
  const announce = useAnnounce();
  const mayPlan = useMe().may('managePlan');
  const [selected, setSelected] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [refused, setRefused] = useState<string>();
  const items = inTreeOrder(treeWith(structure.categories, changes));
  const item = items.find(({ name }) => name === selected);
  const Dialog = asked && dialogs[asked];
  const move = (name: string, parent: string | undefined) => {
    const refusal = refuseMove(items, name, parent);
    setRefused(refusal);
    if (refusal) announce(refusal);
    else onChange({ kind: 'category-move', target: name, body: { parent: parent ?? null } });
  };
  return (
    <Panel
      title="Categories"
      note="Arrow keys move among them; Alt with right or left puts one below its sibling or takes it out; or drag one onto another."
    >
      {items.length === 0 ? (
        <Text color="secondary">There are no categories yet.</Text>
      ) : (
        <CategoryTree items={items} selected={selected} onSelect={setSelected} onMove={move} />
      )}
      {refused && (
        <Text as="p" color="danger">
          {refused}
        </Text>
      )}
      {mayPlan && (
        <div className={styles.acts}>
          <Button size="small" variant="secondary" onPress={() => setAsked('add')}>
            {item ? `Add below ${item.title}…` : 'Add…'}
          </Button>
          {item && (
            <>
              <Button size="small" variant="secondary" onPress={() => setAsked('rename')}>
                Rename…
              </Button>
              <Button size="small" variant="secondary" onPress={() => setAsked('move')}>
                Move…
              </Button>
              <Button size="small" variant="secondary" onPress={() => setAsked('retire')}>
                Retire…
              </Button>
              <Button size="small" variant="tertiary" onPress={() => setSelected(undefined)}>
                Select none
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

const Changes = ({
  changes,
  onTakeBack,
}: {
  changes: readonly Change[];
  onTakeBack: () => void;
}) => (
  <Panel
    title="What you would change"
    note="Nothing of it holds before it is planned, approved and released."
    aside={
      <Button size="small" variant="tertiary" onPress={onTakeBack}>
        Take the last one back
      </Button>
    }
  >
    <DataTable
      caption="What you would change"
      rows={changes.map((change, index) => ({ change, index }))}
      keyOf={({ index }) => String(index)}
      columns={[
        { label: 'Change', cell: ({ change }) => changeKinds[change.kind] ?? change.kind },
        { label: 'Of', cell: ({ change }) => change.target },
        {
          label: 'To',
          cell: ({ change }) =>
            Object.entries(change.body)
              .filter(([, value]) => typeof value === 'string' || value === null)
              .map(([key, value]) => `${key}: ${value ?? 'none'}`)
              .join(', ') || '–',
        },
      ]}
    />
  </Panel>
);

const Coming = ({ coming }: Pick<WholeStructure, 'coming'>) =>
  coming.length === 0 ? null : (
    <Panel title="Released, and to come">
      <DataTable
        caption="Released, and to come"
        rows={coming.map((each, index) => ({ ...each, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { label: 'From', cell: ({ from }) => <When at={from} /> },
          { label: 'Change', cell: ({ change }) => changeKinds[change.kind] ?? change.kind },
          { label: 'Of', cell: ({ change }) => change.target },
        ]}
      />
    </Panel>
  );

const Structure = () => {
  const [changes, setChanges] = useState<Change[]>([]);
  const [isPlanning, setPlanning] = useState(false);
  const { data, error, refetch } = useCall('readStructure', { query: {} });
  const add = (change: Change) => setChanges(before => [...before, change]);
  return (
    <Page
      title="Structure and views"
      lede="The tree of categories, and named views with an audience of their own. Both change by a plan."
      actions={
        changes.length > 0 && (
          <Button variant="primary" onPress={() => setPlanning(true)}>
            {`Make a plan of ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}…`}
          </Button>
        )
      }
    >
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what="the structure" rows={3} height={96} />}
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
  return (
    <StaffOnly title="Structure and views" allows={({ may }) => may('readAll')}>
      <SectionNav of="manage" label="Manage" />
      <Structure />
    </StaffOnly>
  );
}
