import { Button, Text } from '@backstage/ui';
import { isBlocking, type ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { FootBar } from '../parts/FootBar';
import styles from './DraftEditor.module.css';
import type { DraftForm } from './draftForm';
import { saveStatus } from './saveStatus';
import { SubmitPlanDialog } from './SubmitPlanDialog';
import { useEditorKeys } from './useEditorKeys';
import type { Saving } from './useSaveDraft';
import type { Undo } from './useUndo';
import { useT } from '../words/useWords';

interface SaveBarProps {
  offer: ManagedOffer;
  isDirty: boolean;
  saving: Saving;
  undoing: Undo;
}

/** Saves, and hands the draft to a release plan. */
export const SaveBar = (props: SaveBarProps) => {
  const { offer, isDirty, saving, undoing } = props;
  const t = useT();
  const { reset, formState } = useFormContext<DraftForm>();
  const isComplete = offer.draft !== undefined && !offer.draft.completeness.some(isBlocking);
  const [isSubmitting, setSubmitting] = useState(false);
  const isSteady = offer.can.edit && !saving.isPending;
  useEditorKeys({
    save: () => {
      if (isDirty && offer.can.edit) saving.save();
    },
    undo: () => {
      if (isSteady) undoing.undo();
    },
    redo: () => {
      if (isSteady) undoing.redo();
    },
  });
  if (!offer.can.edit && !offer.can.plan) return null;
  return (
    <FootBar label={t('save.region')}>
      <Text className={styles.status} role="status" color={saving.error ? 'danger' : 'secondary'}>
        {saveStatus(t, {
          ...{ offer, isDirty, saving },
          errors: Object.keys(formState.errors).length,
        })}
      </Text>
      {(undoing.canUndo || undoing.canRedo) && (
        <>
          <Button
            variant="tertiary"
            onPress={undoing.undo}
            isDisabled={saving.isPending || !undoing.canUndo}
          >
            {t('save.undo')}
          </Button>
          <Button
            variant="tertiary"
            onPress={undoing.redo}
            isDisabled={saving.isPending || !undoing.canRedo}
          >
            {t('save.redo')}
          </Button>
        </>
      )}
      {isDirty && (
        <Button variant="tertiary" onPress={() => reset()} isDisabled={saving.isPending}>
          {t('save.discard')}
        </Button>
      )}
      {offer.can.edit && (
        <Button
          variant={isDirty ? 'primary' : 'secondary'}
          onPress={saving.save}
          isPending={saving.isPending}
          isDisabled={!isDirty}
        >
          {t('save.save')}
        </Button>
      )}
      {offer.can.plan && !offer.plan && (
        <Button
          variant={isDirty || !isComplete ? 'secondary' : 'primary'}
          onPress={() => setSubmitting(true)}
          isDisabled={isDirty}
        >
          {t('save.submit')}
        </Button>
      )}
      {isSubmitting && <SubmitPlanDialog offer={offer} onClose={() => setSubmitting(false)} />}
    </FootBar>
  );
};
