import { Alert, Button, Flex } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { instantIn } from '../words/dates';
import styles from './DraftEditor.module.css';
import type { DraftForm } from './draftForm';
import type { LoadedDraft } from './loadedDraft';
import { useUnsaved } from './useUnsaved';
import { useT } from '../words/useWords';

/** How long after a change it is kept, in milliseconds. */
const KEEP_AFTER_MS = 400;

interface UnsavedNoticeProps {
  offerId: string;
  loaded: LoadedDraft;
  isDirty: boolean;
}

function useKeeping(
  unsaved: ReturnType<typeof useUnsaved>,
  { loaded, isDirty }: UnsavedNoticeProps,
  isAsking: boolean,
) {
  const { watch, getValues } = useFormContext<DraftForm>();
  useEffect(() => {
    if (isAsking) return undefined;
    if (!isDirty) {
      unsaved.forget();
      return undefined;
    }
    const keep = () =>
      unsaved.keep({
        revision: loaded.revision,
        at: new Date().toISOString(),
        form: getValues(),
      });
    let timer = setTimeout(keep, KEEP_AFTER_MS);
    const { unsubscribe } = watch(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [watch, getValues, unsaved, loaded.revision, isDirty, isAsking]);
}

/** Keeps unsaved changes over a reload of the tab, and offers them when the page comes back. */
export const UnsavedNotice = (props: UnsavedNoticeProps) => {
  const { offerId, loaded } = props;
  const t = useT();
  const unsaved = useUnsaved(offerId);
  const { reset } = useFormContext<DraftForm>();
  const [found, setFound] = useState(unsaved.recall);
  useKeeping(unsaved, props, found !== undefined);
  if (!found) return null;
  return (
    <Alert
      className={styles.notice}
      status="info"
      icon
      title={t('unsaved.title', { when: instantIn(t, found.at) })}
      description={found.revision === loaded.revision ? undefined : t('unsaved.older')}
      customActions={
        <Flex gap="2">
          <Button
            size="small"
            variant="secondary"
            onPress={() => {
              reset(found.form, { keepDefaultValues: true });
              setFound(undefined);
            }}
          >
            {t('unsaved.bring')}
          </Button>
          <Button size="small" variant="tertiary" onPress={() => setFound(undefined)}>
            {t('unsaved.discard')}
          </Button>
        </Flex>
      }
    />
  );
};
