import { useApi } from '@backstage/core-plugin-api';
import { Select, Text, TextAreaField, TextField } from '@backstage/ui';
import type { CallOutput } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { fieldsOf } from '../data/problems';
import { useAct } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { EntityBox } from '../editor/fields/EntityBox';
import { ActionDialog } from '../parts/ActionDialog';
import { Who } from '../parts/Who';
import { useToast } from '../parts/useToast';
import { effectWords, KeptPage } from './KeptPage';

type Party = CallOutput<'getParty'>;

const KINDS = [
  { id: 'external', label: 'A supplier' },
  { id: 'internal', label: 'A group of ours' },
];

interface DialogProps {
  party: Party | undefined;
  onClose: () => void;
}

/** Keeps a party: as a new one, or as the changed one. */
function useKeep({ party, onClose }: DialogProps) {
  const toast = useToast();
  const creating = useIntent('createParty', {
    done: kept => `Kept: ${kept.name}.`,
    onDone: onClose,
  });
  const changing = useAct('changeParty');
  const keep = (id: string, body: Parameters<typeof changing.mutate>[0]['body']) => {
    if (!party) {
      creating.run(idempotencyKey => ({ body: { id, ...body }, idempotencyKey }));
      return;
    }
    changing.mutate(
      { params: { id: party.id }, revision: party.revision, body },
      {
        onSuccess: changed => {
          toast(effectWords(changed));
          onClose();
        },
      },
    );
  };
  return {
    keep,
    isPending: creating.isPending || changing.isPending,
    error: creating.error ?? changing.error,
  };
}

const EditDialog = (props: DialogProps) => {
  const { party, onClose } = props;
  const [id, setId] = useState(party?.id ?? '');
  const [name, setName] = useState(party?.name ?? '');
  const [kind, setKind] = useState<Party['kind']>(party?.kind ?? 'external');
  const [ref, setRef] = useState(party?.ref ?? '');
  const [contact, setContact] = useState(party?.contact ?? '');
  const [note, setNote] = useState(party?.note ?? '');
  const { keep, isPending, error } = useKeep(props);
  const faultOf = (field: string) =>
    fieldsOf(error).find(found => found.field.includes(field))?.remedy ?? null;
  const isWhole = id.trim() && name.trim() && (kind === 'external' || ref.trim());
  return (
    <ActionDialog
      title={party ? `Change ${party.name}` : 'A new party'}
      confirm="Keep"
      onConfirm={() =>
        keep(id.trim(), {
          name: name.trim(),
          kind,
          note,
          ...(kind === 'internal' ? { ref: ref.trim().toLowerCase() } : {}),
          ...(contact.trim() ? { contact: contact.trim() } : {}),
        })
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!isWhole}
      error={error}
    >
      {!party && (
        <TextField
          label="Id"
          description="What offers refer to it by; it stays."
          isRequired
          value={id}
          onChange={setId}
          validationBehavior="aria"
          validate={() => faultOf('body.id')}
        />
      )}
      <TextField label="Name" isRequired maxLength={120} value={name} onChange={setName} />
      <Select
        label="Kind"
        value={kind}
        onChange={key => setKind(key === 'internal' ? 'internal' : 'external')}
        options={KINDS}
      />
      {kind === 'internal' && (
        <EntityBox
          label="Group"
          kinds={['group']}
          value={ref}
          onChange={setRef}
          error={faultOf('ref') ?? undefined}
        />
      )}
      <TextField
        label="Contact"
        description="An e-mail address, or an address that begins with https://."
        value={contact}
        onChange={setContact}
        validationBehavior="aria"
        validate={() => faultOf('contact')}
      />
      <TextAreaField label="Note" value={note} onChange={setNote} maxLength={2000} />
    </ActionDialog>
  );
};

const RetireDialog = ({ party, onClose }: { party: Party; onClose: () => void }) => {
  const toast = useToast();
  const { mutate, isPending, error } = useAct('retireParty');
  return (
    <ActionDialog
      title={`Retire ${party.name}?`}
      confirm="Retire"
      destructive
      onConfirm={() =>
        mutate(
          { params: { id: party.id }, revision: party.revision },
          {
            onSuccess: changed => {
              toast(effectWords(changed));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">Published versions keep it. No release may refer to it any more.</Text>
    </ActionDialog>
  );
};

/** Parties that are kept once: who fulfils and supports, and where to reach them. */
export default function PartiesPage() {
  const api = useApi(offersApiRef);
  return (
    <KeptPage<Party>
      name="parties"
      title="Parties"
      lede="Who fulfils, supports and takes down, kept once for many offers."
      load={(query, signal) => api.call('listParties', { query }, { signal })}
      columns={[
        { label: 'Party', cell: ({ name }) => name },
        { label: 'Id', cell: ({ id }) => id },
        {
          label: 'Kind',
          cell: ({ kind, ref }) =>
            kind === 'internal' && ref ? <Who entityRef={ref} /> : 'A supplier',
        },
        { label: 'Contact', cell: ({ contact }) => contact ?? '–' },
        { label: 'Note', cell: ({ note }) => note || '–' },
      ]}
      edit={(party, onClose) => <EditDialog party={party} onClose={onClose} />}
      retire={(party, onClose) => <RetireDialog party={party} onClose={onClose} />}
    />
  );
}
