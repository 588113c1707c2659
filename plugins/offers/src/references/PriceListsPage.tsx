import { useApi } from '@backstage/core-plugin-api';
import { Text, TextAreaField, TextField } from '@backstage/ui';
import type { CallOutput } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { fieldsOf } from '../data/problems';
import { useAct } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { WhoList } from '../parts/Who';
import { useToast } from '../parts/useToast';
import { effectWords, KeptPage } from './KeptPage';

type PriceList = CallOutput<'getPriceList'>;

interface DialogProps {
  list: PriceList | undefined;
  onClose: () => void;
}

/** Keeps a price list: as a new one, or as the changed one. */
function useKeep({ list, onClose }: DialogProps) {
  const toast = useToast();
  const creating = useIntent('createPriceList', {
    done: kept => `Kept: ${kept.title}.`,
    onDone: onClose,
  });
  const changing = useAct('changePriceList');
  const keep = (id: string, body: Parameters<typeof changing.mutate>[0]['body']) => {
    if (!list) {
      creating.run(idempotencyKey => ({ body: { id, ...body }, idempotencyKey }));
      return;
    }
    changing.mutate(
      { params: { id: list.id }, revision: list.revision, body },
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
  const { list, onClose } = props;
  const [id, setId] = useState(list?.id ?? '');
  const [title, setTitle] = useState(list?.title ?? '');
  const [currency, setCurrency] = useState(list?.currency ?? 'EUR');
  const [audience, setAudience] = useState<string[]>(list?.audience ?? []);
  const [note, setNote] = useState(list?.note ?? '');
  const { keep, isPending, error } = useKeep(props);
  const faultOf = (name: string) =>
    fieldsOf(error).find(({ field }) => field.includes(name))?.remedy ?? null;
  return (
    <ActionDialog
      title={list ? `Change ${list.title}` : 'A new price list'}
      confirm="Keep"
      onConfirm={() =>
        keep(id.trim(), { title: title.trim(), currency: currency.trim(), audience, note })
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!id.trim() || !title.trim() || !currency.trim()}
      error={error}
    >
      {!list && (
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
      <TextField label="Title" isRequired maxLength={120} value={title} onChange={setTitle} />
      <TextField
        label="Currency"
        isRequired
        value={currency}
        onChange={value => setCurrency(value.toUpperCase())}
        validationBehavior="aria"
        validate={() => faultOf('currency')}
      />
      <RefList
        label="For whom"
        description="Nobody named: for everybody who may order."
        kinds={['group', 'user']}
        value={audience}
        onChange={setAudience}
        error={faultOf('audience') ?? undefined}
      />
      <TextAreaField label="Note" value={note} onChange={setNote} maxLength={2000} />
    </ActionDialog>
  );
};

const RetireDialog = ({ list, onClose }: { list: PriceList; onClose: () => void }) => {
  const toast = useToast();
  const { mutate, isPending, error } = useAct('retirePriceList');
  return (
    <ActionDialog
      title={`Retire ${list.title}?`}
      confirm="Retire"
      destructive
      onConfirm={() =>
        mutate(
          { params: { id: list.id }, revision: list.revision },
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

/** Price lists that are kept once: in which currency and for whom the prices of offers are. */
export default function PriceListsPage() {
  const api = useApi(offersApiRef);
  return (
    <KeptPage<PriceList>
      name="price-lists"
      title="Price lists"
      lede="In which currency and for whom prices are, kept once for many offers."
      load={(query, signal) => api.call('listPriceLists', { query }, { signal })}
      columns={[
        { label: 'Price list', cell: ({ title }) => title },
        { label: 'Id', cell: ({ id }) => id },
        { label: 'Currency', cell: ({ currency }) => currency },
        {
          label: 'For',
          cell: ({ audience }) =>
            audience.length === 0 ? 'Everybody who may order' : <WhoList refs={audience} />,
        },
        { label: 'Note', cell: ({ note }) => note || '–' },
      ]}
      edit={(list, onClose) => <EditDialog list={list} onClose={onClose} />}
      retire={(list, onClose) => <RetireDialog list={list} onClose={onClose} />}
    />
  );
}
