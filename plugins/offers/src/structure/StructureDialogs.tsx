import { Select, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIntent } from '../data/useIntent';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { ActionDialog } from '../parts/ActionDialog';
import { useLinks } from '../shell/useLinks';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { nameFrom, refuseMove, type Change, type PlacedItem } from './treeDraft';

interface DialogProps {
  items: readonly PlacedItem[];
  item: PlacedItem | undefined;
  onChange: (change: Change) => void;
  onClose: () => void;
}

const TOP = 'top';

/** Adds a category, below the one that is selected or at the top. */
export const AddDialog = ({ items, item, onChange, onClose }: DialogProps) => {
  const [title, setTitle] = useState('');
  const [name, setName] = useState('');
  const wanted = name.trim() || nameFrom(title);
  const isTaken = items.some(other => other.name === wanted);
  return (
    <ActionDialog
      title={item ? `A category below ${item.title}` : 'A category at the top'}
      confirm="Add"
      onConfirm={() => {
        onChange({
          kind: 'category-create',
          target: wanted,
          body: {
            title: title.trim(),
            ...(item ? { parent: item.name, catalogue: item.catalogue } : {}),
          },
        });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={!title.trim() || !wanted || isTaken}
    >
      <TextField label="Title" isRequired maxLength={120} value={title} onChange={setTitle} />
      <TextField
        label="Name"
        description={`Part of addresses, and it stays. Empty: ${nameFrom(title) || 'made of the title'}.`}
        value={name}
        onChange={setName}
        validationBehavior="aria"
        validate={() => (isTaken ? 'There is a category of this name' : null)}
      />
    </ActionDialog>
  );
};

/** Gives a category another title. */
export const RenameDialog = ({ item, onChange, onClose }: DialogProps) => {
  const [title, setTitle] = useState(item?.title ?? '');
  if (!item) return null;
  return (
    <ActionDialog
      title={`Rename ${item.title}`}
      confirm="Rename"
      onConfirm={() => {
        onChange({ kind: 'category-change', target: item.name, body: { title: title.trim() } });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={!title.trim() || title.trim() === item.title}
    >
      <TextField label="Title" isRequired maxLength={120} value={title} onChange={setTitle} />
    </ActionDialog>
  );
};

/** Retires a category; its offers are found in another one from then on. */
export const RetireDialog = ({ items, item, onChange, onClose }: DialogProps) => {
  const [into, setInto] = useState<string>();
  if (!item) return null;
  return (
    <ActionDialog
      title={`Retire ${item.title}?`}
      confirm="Retire"
      destructive
      onConfirm={() => {
        onChange({ kind: 'category-retire', target: item.name, body: into ? { into } : {} });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
    >
      <Text as="p">Nothing happens before the plan is released.</Text>
      <Select
        label="Its offers are found in"
        value={into ?? TOP}
        onChange={key => setInto(key === TOP ? undefined : String(key))}
        options={[
          { id: TOP, label: 'No other category' },
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
  const [parent, setParent] = useState<string>();
  if (!item) return null;
  const refusal = refuseMove(items, item.name, parent);
  return (
    <ActionDialog
      title={`Move ${item.title}`}
      confirm="Move"
      onConfirm={() => {
        onChange({ kind: 'category-move', target: item.name, body: { parent: parent ?? null } });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={refusal !== undefined}
    >
      <Select
        label="Below"
        value={parent ?? TOP}
        onChange={key => setParent(key === TOP ? undefined : String(key))}
        options={[
          { id: TOP, label: 'Nothing: at the top' },
          ...items
            .filter(({ name }) => name !== item.name)
            .map(({ name, title }) => ({ id: name, label: title })),
        ]}
      />
      {refusal && (
        <Text as="p" color="secondary" role="status">
          {refusal}
        </Text>
      )}
    </ActionDialog>
  );
};

/** Makes a plan of the changes: nothing of the structure changes but by one. */
export const StructurePlanDialog = ({
  changes,
  onClose,
}: {
  changes: readonly Change[];
  onClose: () => void;
}) => {
  const navigate = useNavigate();
  const links = useLinks();
  const zone = readersZone();
  const [title, setTitle] = useState('');
  const [release, setRelease] = useState({ local: tomorrowAtNine(new Date(), zone), zone });
  const { run, isPending, error } = useIntent('createPlan', {
    done: plan => `Made: ${plan.title}. Look at it, then submit it.`,
    onDone: ({ id }) => navigate(links.plan(id)),
  });
  return (
    <ActionDialog
      title="Make a plan of the changes"
      confirm="Make the plan"
      onConfirm={() =>
        run(idempotencyKey => ({
          body: { scenario: 'change', title: title.trim(), changes: [...changes], release },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!title.trim()}
      error={error}
    >
      <TextField
        label="Title of the plan"
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <ReleaseTimeFields value={release} onChange={setRelease} />
    </ActionDialog>
  );
};
