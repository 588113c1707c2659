import { useApi } from '@backstage/core-plugin-api';
import { Text, TextAreaField, TextField } from '@backstage/ui';
import type { CallOutput } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { remedyFor } from '../data/problems';
import { useAct } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { WhoList } from '../parts/Who';
import { useToast } from '../parts/useToast';
import { effectWords, KeptPage } from './KeptPage';
import { useT } from '../words/useWords';

type PriceList = CallOutput<'getPriceList'>;

interface DialogProps {
  list: PriceList | undefined;
  onClose: () => void;
}

/** Keeps a price list: as a new one, or as the changed one. */
function useKeep({ list, onClose }: DialogProps) {
  const t = useT();
  const toast = useToast();
  const creating = useIntent('createPriceList', {
    done: ({ title }) => t('kept.doneOne', { name: title }),
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
  const { list, onClose } = props;
  const t = useT();
  const [id, setId] = useState(list?.id ?? '');
  const [title, setTitle] = useState(list?.title ?? '');
  const [currency, setCurrency] = useState(list?.currency ?? 'EUR');
  const [audience, setAudience] = useState<string[]>(list?.audience ?? []);
  const [note, setNote] = useState(list?.note ?? '');
  const { keep, isPending, error } = useKeep(props);
  const faultOf = (name: string) => remedyFor(t, error, name) ?? null;
  return (
    <ActionDialog
      title={list ? t('kept.changeOne', { name: list.title }) : t('list.new')}
      confirm={t('kept.keep')}
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
        label={t('form.title')}
        isRequired
        secondaryLabel={t('form.required')}
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <TextField
        label={t('list.currency')}
        isRequired
        secondaryLabel={t('form.required')}
        value={currency}
        onChange={value => setCurrency(value.toUpperCase())}
        validationBehavior="aria"
        validate={() => faultOf('currency')}
      />
      <RefList
        label={t('list.forWhom')}
        description={t('list.forWhomHint')}
        kinds={['group', 'user']}
        value={audience}
        onChange={setAudience}
        error={faultOf('audience') ?? undefined}
      />
      <TextAreaField label={t('kept.note')} value={note} onChange={setNote} maxLength={2000} />
    </ActionDialog>
  );
};

const RetireDialog = ({ list, onClose }: { list: PriceList; onClose: () => void }) => {
  const t = useT();
  const toast = useToast();
  const { mutate, isPending, error } = useAct('retirePriceList');
  return (
    <ActionDialog
      title={t('kept.retireAsk', { name: list.title })}
      confirm={t('kept.retireConfirm')}
      destructive
      onConfirm={() =>
        mutate(
          { params: { id: list.id }, revision: list.revision },
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

/** Price lists that are kept once: in which currency and for whom the prices of offers are. */
export default function PriceListsPage() {
  const t = useT();
  const api = useApi(offersApiRef);
  return (
    <KeptPage<PriceList>
      name="price-lists"
      title={t('list.title')}
      lede={t('list.lede')}
      load={(query, signal) => api.call('listPriceLists', { query }, { signal })}
      columns={[
        { label: t('list.list'), cell: ({ title }) => title },
        { label: t('kept.id'), cell: ({ id }) => id },
        { label: t('list.currency'), cell: ({ currency }) => currency },
        {
          label: t('list.for'),
          cell: ({ audience }) =>
            audience.length === 0 ? t('list.everybody') : <WhoList refs={audience} />,
        },
        { label: t('kept.note'), cell: ({ note }) => note || '–' },
      ]}
      edit={(list, onClose) => <EditDialog list={list} onClose={onClose} />}
      retire={(list, onClose) => <RetireDialog list={list} onClose={onClose} />}
    />
  );
}
