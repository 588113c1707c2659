import { Select, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import { ActionDialog } from '../parts/ActionDialog';
import { useT } from '../words/useWords';
import { nameFrom, refuseMove, type Change, type PlacedItem } from './treeDraft';

interface DialogProps {
  items: readonly PlacedItem[];
  catalogues: readonly { name: string; title: string }[];
  item: PlacedItem | undefined;
  onChange: (change: Change) => void;
  onClose: () => void;
}

const TOP = 'top';

/** Adds a category, below the one that is selected or at the top. */
export const AddDialog = ({ items, catalogues, item, onChange, onClose }: DialogProps) => {
  const t = useT();
  const [catalogue, setCatalogue] = useState('default');
  const [title, setTitle] = useState('');
  const [name, setName] = useState('');
  const wanted = name.trim() || nameFrom(title);
  const isTaken = items.some(other => other.name === wanted);
  return (
    <ActionDialog
      title={item ? t('category.addBelow', { title: item.title }) : t('category.addTop')}
      confirm={t('category.add')}
      onConfirm={() => {
        onChange({
          kind: 'category-create',
          target: wanted,
          body: {
            title: title.trim(),
            ...(item ? { parent: item.name, catalogue: item.catalogue } : { catalogue }),
          },
        });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={!title.trim() || !wanted || isTaken}
    >
      {!item && catalogues.length > 1 && (
        <Select
          label={t('structure.field.catalogue')}
          value={catalogue}
          onChange={key => setCatalogue(String(key))}
          options={catalogues.map(each => ({ id: each.name, label: each.title }))}
        />
      )}
      <TextField
        label={t('category.title')}
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <TextField
        label={t('category.name')}
        description={
          nameFrom(title)
            ? t('category.nameNote', { name: nameFrom(title) })
            : t('category.nameOfTitle')
        }
        value={name}
        onChange={setName}
        validationBehavior="aria"
        validate={() => (isTaken ? t('category.taken') : null)}
      />
    </ActionDialog>
  );
};

/** Gives a category another title. */
export const RenameDialog = ({ item, onChange, onClose }: DialogProps) => {
  const t = useT();
  const [title, setTitle] = useState(item?.title ?? '');
  if (!item) return null;
  return (
    <ActionDialog
      title={t('category.renameTitle', { title: item.title })}
      confirm={t('category.rename')}
      onConfirm={() => {
        onChange({ kind: 'category-change', target: item.name, body: { title: title.trim() } });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={!title.trim() || title.trim() === item.title}
    >
      <TextField
        label={t('category.title')}
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
    </ActionDialog>
  );
};

/** Retires a category; its offers are found in another one from then on. */
export const RetireDialog = ({ items, item, onChange, onClose }: DialogProps) => {
  const t = useT();
  const [into, setInto] = useState<string>();
  if (!item) return null;
  return (
    <ActionDialog
      title={t('category.retireTitle', { title: item.title })}
      confirm={t('category.retire')}
      destructive
      onConfirm={() => {
        onChange({ kind: 'category-retire', target: item.name, body: into ? { into } : {} });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
    >
      <Text as="p">{t('category.retireNote')}</Text>
      <Select
        label={t('category.into')}
        value={into ?? TOP}
        onChange={key => setInto(key === TOP ? undefined : String(key))}
        options={[
          { id: TOP, label: t('category.intoNone') },
          ...items
            .filter(({ name }) => name !== item.name)
            .map(({ name, title }) => ({ id: name, label: title })),
        ]}
      />
    </ActionDialog>
  );
};

/** Moves a category below another, or to the top: the way without a mouse. */
export const MoveDialog = ({ items, item, onChange, onClose }: DialogProps) => {
  const t = useT();
  const [parent, setParent] = useState<string>();
  if (!item) return null;
  const refusal = refuseMove(items, item.name, parent);
  return (
    <ActionDialog
      title={t('category.moveTitle', { title: item.title })}
      confirm={t('category.move')}
      onConfirm={() => {
        onChange({ kind: 'category-move', target: item.name, body: { parent: parent ?? null } });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={refusal !== undefined}
    >
      <Select
        label={t('category.below')}
        value={parent ?? TOP}
        onChange={key => setParent(key === TOP ? undefined : String(key))}
        options={[
          { id: TOP, label: t('category.top') },
          ...items
            .filter(({ name }) => name !== item.name)
            .map(({ name, title }) => ({ id: name, label: title })),
        ]}
      />
      {refusal && (
        <Text as="p" color="secondary" role="status">
          {t(refusal)}
        </Text>
      )}
    </ActionDialog>
  );
};
