import { useApi } from '@backstage/core-plugin-api';
import { Select, Text, TextAreaField, TextField } from '@backstage/ui';
import type { CallOutput } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { remedyFor } from '../data/problems';
import { useAct } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { EntityBox } from '../editor/fields/EntityBox';
import { ActionDialog } from '../parts/ActionDialog';
import { Who } from '../parts/Who';
import { useToast } from '../parts/useToast';
import { effectWords, KeptPage } from './KeptPage';
import { useT } from '../words/useWords';

type Party = CallOutput<'getParty'>;

const KINDS = ['external', 'internal'] as const;

interface DialogProps {
  party: Party | undefined;
  onClose: () => void;
}

/** Keeps a party: as a new one, or as the changed one. */
function useKeep({ party, onClose }: DialogProps) {
  const t = useT();
  const toast = useToast();
  const creating = useIntent('createParty', {
    done: ({ name }) => t('kept.doneOne', { name }),
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
          toast(effectWords(t, changed));
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
  const t = useT();
  const [id, setId] = useState(party?.id ?? '');
  const [name, setName] = useState(party?.name ?? '');
  const [kind, setKind] = useState<Party['kind']>(party?.kind ?? 'external');
  const [ref, setRef] = useState(party?.ref ?? '');
  const [contact, setContact] = useState(party?.contact ?? '');
  const [note, setNote] = useState(party?.note ?? '');
  const { keep, isPending, error } = useKeep(props);
  const faultOf = (field: string) => remedyFor(t, error, field) ?? null;
  const isWhole = id.trim() && name.trim() && (kind === 'external' || ref.trim());
  return (
    <ActionDialog
      title={party ? t('kept.changeOne', { name: party.name }) : t('party.new')}
      confirm={t('kept.keep')}
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
          label={t('kept.id')}
          description={t('kept.idHint')}
          isRequired
          secondaryLabel={t('form.required')}
          value={id}
          onChange={setId}
          validationBehavior="aria"
          validate={() => faultOf('id')}
        />
      )}
      <TextField
        label={t('kept.name')}
        isRequired
        secondaryLabel={t('form.required')}
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <Select
        label={t('party.kind')}
        value={kind}
        onChange={key => setKind(key === 'internal' ? 'internal' : 'external')}
        options={KINDS.map(key => ({ id: key, label: t(`party.${key}`) }))}
      />
      {kind === 'internal' && (
        <EntityBox
          label={t('party.group')}
          kinds={['group']}
          value={ref}
          onChange={setRef}
          error={faultOf('ref') ?? undefined}
        />
      )}
      <TextField
        label={t('party.contact')}
        description={t('party.contactHint')}
        value={contact}
        onChange={setContact}
        validationBehavior="aria"
        validate={() => faultOf('contact')}
      />
      <TextAreaField label={t('kept.note')} value={note} onChange={setNote} maxLength={2000} />
    </ActionDialog>
  );
};

const RetireDialog = ({ party, onClose }: { party: Party; onClose: () => void }) => {
  const t = useT();
  const toast = useToast();
  const { mutate, isPending, error } = useAct('retireParty');
  return (
    <ActionDialog
      title={t('kept.retireAsk', { name: party.name })}
      confirm={t('kept.retireConfirm')}
      destructive
      onConfirm={() =>
        mutate(
          { params: { id: party.id }, revision: party.revision },
          {
            onSuccess: changed => {
              toast(effectWords(t, changed));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('kept.retireNote')}</Text>
    </ActionDialog>
  );
};

/** Parties that are kept once: who fulfils and supports, and where to reach them. */
export default function PartiesPage() {
  const t = useT();
  const api = useApi(offersApiRef);
  return (
    <KeptPage<Party>
      name="parties"
      title={t('party.title')}
      lede={t('party.lede')}
      load={(query, signal) => api.call('listParties', { query }, { signal })}
      columns={[
        { label: t('party.party'), cell: ({ name }) => name },
        { label: t('kept.id'), cell: ({ id }) => id },
        {
          label: t('party.kind'),
          cell: ({ kind, ref }) =>
            kind === 'internal' && ref ? <Who entityRef={ref} /> : t('party.external'),
        },
        { label: t('party.contact'), cell: ({ contact }) => contact ?? '–' },
        { label: t('kept.note'), cell: ({ note }) => note || '–' },
      ]}
      edit={(party, onClose) => <EditDialog party={party} onClose={onClose} />}
      retire={(party, onClose) => <RetireDialog party={party} onClose={onClose} />}
    />
  );
}
