import { Select } from '@backstage/ui';
import { createOfferSchema, type CreateOffer } from '@offerdesk/backstage-plugin-offers-common';
import { Controller, FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { useAct } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ControlledText } from '../forms/ControlledText';
import { schemaResolver } from '../forms/schemaResolver';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { useLinks } from '../shell/useLinks';
import { interactions } from '../words/states';

function useCreate(onClose: () => void) {
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
          toast(`Created: ${offer.title}.`);
          onClose();
          navigate(links.draft(offer.id));
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

/** Begins an offer that comes from no source: its name and title; the rest is added in the draft. */
export const NewOfferDialog = ({ onClose }: { onClose: () => void }) => {
  const { create, isPending, error } = useCreate(onClose);
  const form = useForm({
    defaultValues: START,
    resolver: schemaResolver<typeof START, CreateOffer>(createOfferSchema),
  });
  return (
    <ActionDialog
      title="New offer"
      confirm="Create the draft"
      onConfirm={form.handleSubmit(create)}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <FormProvider {...form}>
        <ControlledText name="content.information.title" label="Title" isRequired />
        <ControlledText
          name="name"
          label="Name"
          description="Part of its address, and it stays: lower-case letters, digits and hyphens."
          isRequired
        />
        <Controller
          control={form.control}
          name="interaction"
          render={({ field }) => (
            <Select
              label="What a consumer gets"
              value={field.value}
              onChange={key => field.onChange(String(key))}
              options={Object.entries(interactions).map(([id, label]) => ({ id, label }))}
            />
          )}
        />
      </FormProvider>
    </ActionDialog>
  );
};
