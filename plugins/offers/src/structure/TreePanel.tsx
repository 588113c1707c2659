import { Button, Text } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useRef, useState } from 'react';
import { useAnnounce } from '../parts/LiveRegion';
import { Panel } from '../parts/Panel';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { CategoryTree } from './CategoryTree';
import { AddDialog, MoveDialog, RenameDialog, RetireDialog } from './StructureDialogs';
import styles from './Structure.module.css';
import {
  cataloguesWith,
  inTreeOrder,
  refuseMove,
  treeWith,
  type Change,
  type MoveRefusal,
} from './treeDraft';

const dialogs = { add: AddDialog, rename: RenameDialog, move: MoveDialog, retire: RetireDialog };

/** What is done with the category that is selected. */
const ACTS = ['rename', 'move', 'retire'] as const;

interface TreePanelProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
}

/** The categories of each catalogue, as the changes would leave them. */
export const TreePanel = ({ structure, changes, onChange }: TreePanelProps) => {
  const t = useT();
  const announce = useAnnounce();
  const mayPlan = useMe().may('managePlan');
  const [selected, setSelected] = useState<string>();
  const [asked, setAsked] = useState<keyof typeof dialogs>();
  const [refused, setRefused] = useState<MoveRefusal>();
  const dragged = useRef<string>();
  const items = inTreeOrder(treeWith(structure.categories, changes));
  const item = items.find(({ name }) => name === selected);
  const Dialog = asked && dialogs[asked];
  const catalogues = cataloguesWith(structure.catalogues, changes);
  const trees = catalogues
    .map(({ name, title }) => ({ name, title, own: items.filter(each => each.catalogue === name) }))
    .filter(({ own }) => own.length > 0 || catalogues.length > 1);
  const move = (name: string, parent: string | undefined) => {
    const refusal = refuseMove(items, name, parent);
    setRefused(refusal);
    if (refusal) announce(t(refusal));
    else onChange({ kind: 'category-move', target: name, body: { parent: parent ?? null } });
  };
  return (
    <Panel title={t('structure.categories')} note={t('structure.treeNote')}>
      {trees.length === 0 && <Text color="secondary">{t('structure.noCategories')}</Text>}
      {trees.map(({ name, title, own }) => (
        <div key={name} className={styles.ofOne}>
          {catalogues.length > 1 && (
            <Text as="h4" variant="body-medium" weight="bold">
              {title}
            </Text>
          )}
          {own.length === 0 && (
            <Text as="p" color="secondary">
              {t('structure.noneIn')}
            </Text>
          )}
          <CategoryTree
            label={
              catalogues.length > 1
                ? t('structure.categoriesOf', { catalogue: title })
                : t('structure.categories')
            }
            items={own}
            selected={selected}
            dragged={dragged}
            onSelect={chosen => {
              setSelected(chosen);
              setRefused(undefined);
            }}
            onMove={move}
          />
        </div>
      ))}
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
              {ACTS.map(act => (
                <Button key={act} size="small" variant="secondary" onPress={() => setAsked(act)}>
                  {t(`structure.${act}`)}
                </Button>
              ))}
              <Button size="small" variant="tertiary" onPress={() => setSelected(undefined)}>
                {t('structure.selectNone')}
              </Button>
            </>
          )}
        </div>
      )}
      {Dialog && (
        <Dialog
          items={items}
          catalogues={catalogues}
          item={item}
          onChange={change => {
            setRefused(undefined);
            onChange(change);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
};
