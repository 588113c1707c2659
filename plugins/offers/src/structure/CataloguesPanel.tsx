import { Button, TextField } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { Who } from '../parts/Who';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { MoveOfferDialog } from './MoveOfferDialog';
import styles from './Structure.module.css';
import { cataloguesWith, nameFrom, type Change } from './treeDraft';

interface CataloguesPanelProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
}

/** Makes a catalogue: offers are made in it, or move into it. */
const NewCatalogueDialog = ({
  taken,
  onChange,
  onClose,
}: {
  taken: readonly string[];
  onChange: (change: Change) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [owners, setOwners] = useState<string[]>([]);
  const target = nameFrom(title);
  const isTaken = taken.includes(target);
  const owner = owners.at(-1);
  return (
    <ActionDialog
      title={t('structure.newCatalogue')}
      confirm={t('category.add')}
      onConfirm={() => {
        if (!owner) return;
        const body = { title: title.trim(), description: description.trim(), owner };
        onChange({ kind: 'catalogue-create', target, body });
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={!target || isTaken || !owner}
    >
      <TextField
        label={t('category.title')}
        isRequired
        secondaryLabel={t('form.required')}
        maxLength={120}
        value={title}
        onChange={setTitle}
        validationBehavior="aria"
        validate={() => (isTaken ? t('structure.catalogueTaken') : null)}
      />
      <TextField
        label={t('structure.field.description')}
        maxLength={300}
        value={description}
        onChange={setDescription}
      />
      <RefList
        label={t('structure.field.owner')}
        isRequired
        kinds={['group']}
        value={owners}
        onChange={refs => setOwners(refs.slice(-1))}
      />
    </ActionDialog>
  );
};

/** The catalogues: made by a plan, and what offers move between. */
export const CataloguesPanel = ({ structure, changes, onChange }: CataloguesPanelProps) => {
  const t = useT();
  const mayPlan = useMe().may('managePlan');
  const [asked, setAsked] = useState<'new' | 'move'>();
  const catalogues = cataloguesWith(structure.catalogues, changes);
  const close = () => setAsked(undefined);
  return (
    <Panel title={t('structure.catalogues')} note={t('structure.cataloguesNote')}>
      <DataTable
        caption={t('structure.catalogues')}
        rows={catalogues}
        keyOf={({ name }) => name}
        columns={[
          { label: t('structure.field.catalogue'), cell: ({ title }) => title },
          { label: t('category.name'), cell: ({ name }) => name },
          {
            label: t('structure.field.owner'),
            cell: ({ owner }) => (owner ? <Who entityRef={owner} plain /> : '–'),
          },
        ]}
      />
      {mayPlan && (
        <div className={styles.acts}>
          <Button size="small" variant="secondary" onPress={() => setAsked('new')}>
            {t('structure.addCatalogue')}
          </Button>
          {catalogues.length > 1 && (
            <Button size="small" variant="secondary" onPress={() => setAsked('move')}>
              {t('offerMove.openAny')}
            </Button>
          )}
        </div>
      )}
      {asked === 'new' && (
        <NewCatalogueDialog
          taken={catalogues.map(({ name }) => name)}
          onChange={onChange}
          onClose={close}
        />
      )}
      {asked === 'move' && (
        <MoveOfferDialog
          structure={structure}
          changes={changes}
          onChange={onChange}
          onClose={close}
        />
      )}
    </Panel>
  );
};
