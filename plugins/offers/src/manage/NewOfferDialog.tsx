import { Select } from '@backstage/ui';
import {
  createOfferSchema,
  INTERACTIONS,
  type CreateOffer,
} from '@offerdesk/backstage-plugin-offers-common';
import { useEffect } from 'react';
import { Controller, FormProvider, useForm, type UseFormReturn } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { useAct } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import type { PickedOffer } from '../demand/OfferPick';
import { ControlledText } from '../forms/ControlledText';
import { schemaResolver } from '../forms/schemaResolver';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { useLinks } from '../shell/useLinks';
import { useT, useWords } from '../words/useWords';
import { nameFrom } from './nameFrom';

interface NewOfferDialogProps {
  onClose: () => void;
  /** what is done with the offer; unless told, its draft is opened */
  onCreated?: (offer: PickedOffer) => void;
}

function useCreate({ onClose, onCreated }: NewOfferDialogProps) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const links = useLinks();
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const { mutate, isPending, error } = useAct('createOffer');
  const create = (body: CreateOffer) =>
    mutate(
      { body, idempotencyKey },
      {
        onSuccess: offer => {
          toast(t('manage.created', { title: offer.title }));
          onClose();
          if (onCreated) onCreated({ id: offer.id, name: offer.name, title: offer.title });
          else navigate(links.draft(offer.id));
        },
        onError: settleKey,
      },
    );
  return { create, isPending, error };
}

const START = {
  name: '',
  interaction: 'provision' as const,
  content: { information: { title: '' } },
};

/** A name follows the title until somebody writes one. */
function useNameOfTitle({
  watch,
  getValues,
  setValue,
}: UseFormReturn<typeof START, unknown, CreateOffer>) {
  useEffect(() => {
    let suggested = '';
    const { unsubscribe } = watch(({ content }, { name }) => {
      if (name !== 'content.information.title' || getValues('name') !== suggested) return;
      suggested = nameFrom(content?.information?.title ?? '');
      setValue('name', suggested);
    });
    return unsubscribe;
  }, [watch, getValues, setValue]);
}

/** Begins an offer that comes from no source: its name and title; the rest is added in the draft. */
export const NewOfferDialog = (props: NewOfferDialogProps) => {
  const { onClose } = props;
  const { t, interaction } = useWords();
  const { create, isPending, error } = useCreate(props);
  const form = useForm({
    defaultValues: START,
    resolver: schemaResolver<typeof START, CreateOffer>(createOfferSchema),
  });
  useNameOfTitle(form);
  return (
    <ActionDialog
      title={t('manage.newTitle')}
      confirm={t('manage.create')}
      onConfirm={form.handleSubmit(create)}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <FormProvider {...form}>
        <ControlledText
          name="content.information.title"
          label={t('manage.offerTitle')}
          isRequired
        />
        <ControlledText
          name="name"
          label={t('manage.name')}
          description={t('manage.nameNote')}
          isRequired
        />
        <Controller
          control={form.control}
          name="interaction"
          render={({ field }) => (
            <Select
              label={t('manage.gets')}
              value={field.value}
              onChange={key => field.onChange(String(key))}
              options={INTERACTIONS.map(id => ({ id, label: interaction(id) }))}
            />
          )}
        />
      </FormProvider>
    </ActionDialog>
  );
};
