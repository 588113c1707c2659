import { putDraftSchema, type ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useLocation } from 'react-router-dom';
import { schemaResolver } from '../forms/schemaResolver';
import { ConflictDialog } from './ConflictDialog';
import styles from './DraftEditor.module.css';
import type { DraftForm } from './draftForm';
import { fromForm } from './draftInput';
import { fieldOfHash, focusField } from './focusField';
import { GateAside } from './GateAside';
import { KeptVersion } from './KeptVersion';
import { LeaveGuard } from './LeaveGuard';
import { LiveCriteriaProvider } from './liveCriteria';
import { LiveDraftProvider } from './liveDraft';
import { loadedDraftOf, type LoadedDraft } from './loadedDraft';
import { PlanNotice } from './PlanNotice';
import { SaveBar } from './SaveBar';
import { SectionList } from './SectionList';
import { Sections } from './Sections';
import { UnsavedNotice } from './UnsavedNotice';
import { useAutosave } from './useAutosave';
import { useSaveDraft } from './useSaveDraft';
import { useTakingOver } from './useTakingOver';
import { useUndo } from './useUndo';

interface DraftEditorProps {
  offer: ManagedOffer;
  initial: LoadedDraft;
}

/** The form over what was loaded. */
function useDraftForm(initial: LoadedDraft) {
  const [loaded, setLoaded] = useState(initial);
  const resolver = useMemo(
    () => schemaResolver(putDraftSchema, (form: DraftForm) => fromForm(form, loaded)),
    [loaded],
  );
  const form = useForm({ defaultValues: initial.form, resolver });
  return { form, loaded, setLoaded, isDirty: form.formState.isDirty };
}

/** Moves to the field that the address names, such as the link of a gate does. */
function useFieldOfAddress() {
  const { hash } = useLocation();
  useEffect(() => {
    const field = fieldOfHash(hash);
    if (field) focusField(field);
  }, [hash]);
}

/** Edits the draft of an offer, with the gate beside it. */
export const DraftEditor = ({ offer, initial }: DraftEditorProps) => {
  const { form, loaded, setLoaded, isDirty } = useDraftForm(initial);
  const saving = useSaveDraft({ offer, form, loaded, setLoaded });
  const undoing = useUndo(form);
  useTakingOver({ offer, form, loaded, setLoaded, isDirty, forget: undoing.forget });
  useAutosave({
    offer,
    form,
    isDirty,
    isHeld: saving.isPending || saving.conflict || saving.error !== null,
    save: saving.saveQuietly,
  });
  const [kept, setKept] = useState<DraftForm>();
  useFieldOfAddress();

  const loadTheirs = (theirs: LoadedDraft) => {
    setKept(structuredClone(form.getValues()));
    setLoaded(theirs);
    form.reset(theirs.form);
    undoing.forget();
    saving.closeConflict();
  };

  return (
    <FormProvider {...form}>
      <LiveDraftProvider loaded={loaded}>
        <PlanNotice offer={offer} />
        <UnsavedNotice offerId={offer.id} loaded={loaded} isDirty={isDirty} />
        {kept && <KeptVersion mine={kept} onDone={() => setKept(undefined)} />}
        <LiveCriteriaProvider catalogue={loaded.catalogue}>
          <div className={styles.layout}>
            <SectionList />
            <Sections loaded={loaded} isReadOnly={!offer.can.edit} />
            <GateAside isDirty={isDirty} />
          </div>
        </LiveCriteriaProvider>
        <SaveBar offer={offer} isDirty={isDirty} saving={saving} undoing={undoing} />
        <LeaveGuard isDirty={isDirty} />
        {saving.conflict && (
          <ConflictDialog
            mine={form.getValues()}
            theirs={loadedDraftOf(offer)}
            isStale={offer.revision === loaded.revision}
            onClose={saving.closeConflict}
            onLoadTheirs={loadTheirs}
            onOverwrite={theirs => saving.overwrite(theirs.revision)}
          />
        )}
      </LiveDraftProvider>
    </FormProvider>
  );
};
