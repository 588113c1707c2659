import { Button, Dialog, DialogBody, DialogFooter, DialogHeader, Flex, Text } from '@backstage/ui';
import { Loading } from '../parts/Loading';
import ground from '../parts/Ground.module.css';
import { Who } from '../parts/Who';
import { differences } from './differences';
import { DifferenceTable } from './DifferenceTable';
import type { DraftForm } from './draftForm';
import type { LoadedDraft } from './loadedDraft';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import styles from './ConflictDialog.module.css';

interface ConflictDialogProps {
  mine: DraftForm;
  theirs: LoadedDraft | undefined;
  /** whether what they saved has not been read yet */
  isStale: boolean;
  onClose: () => void;
  onLoadTheirs: (theirs: LoadedDraft) => void;
  onOverwrite: (theirs: LoadedDraft) => void;
}

const Compared = ({ mine, theirs }: { mine: DraftForm; theirs: LoadedDraft }) => {
  const t = useT();
  const { me } = useMe();
  const rows = differences(mine, theirs.form);
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        {theirs.updatedBy === me?.user
          ? t('conflict.whoYou')
          : t('conflict.who', { name: <Who entityRef={theirs.updatedBy} plain /> })}
      </Text>
      {rows.length === 0 ? (
        <Text as="p">{t('conflict.same')}</Text>
      ) : (
        <DifferenceTable rows={rows} />
      )}
    </Flex>
  );
};

/** Somebody else saved first: shows both, and lets the person choose. */
export const ConflictDialog = (props: ConflictDialogProps) => {
  const { theirs, isStale } = props;
  const t = useT();
  const known = isStale ? undefined : theirs;
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen) props.onClose();
      }}
      width="min(46rem, 92vw)"
    >
      <DialogHeader>{t('conflict.title')}</DialogHeader>
      <DialogBody>
        {known ? (
          <Compared mine={props.mine} theirs={known} />
        ) : (
          <Loading what={t('conflict.loading')} rows={2} height={40} />
        )}
      </DialogBody>
      <DialogFooter className={styles.choices ?? ''}>
        <Button variant="tertiary" onPress={props.onClose}>
          {t('conflict.goOn')}
        </Button>
        <Button
          variant="secondary"
          destructive
          className={ground.danger}
          isDisabled={!known}
          onPress={() => known && props.onOverwrite(known)}
        >
          {t('conflict.overwrite')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!known}
          onPress={() => known && props.onLoadTheirs(known)}
        >
          {t('conflict.load')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
