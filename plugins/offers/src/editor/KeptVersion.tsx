import { Button, Flex } from '@backstage/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import { Panel } from '../parts/Panel';
import { differences } from './differences';
import { DifferenceTable } from './DifferenceTable';
import styles from './DraftEditor.module.css';
import type { DraftForm } from './draftForm';
import { useT } from '../words/useWords';

/** What the person had before they loaded somebody else's draft, to compare, copy or put back. */
export const KeptVersion = ({ mine, onDone }: { mine: DraftForm; onDone: () => void }) => {
  const { control, getValues, reset } = useFormContext<DraftForm>();
  useWatch({ control });
  const t = useT();
  return (
    <div className={styles.notice}>
      <Panel title={t('mine.title')} note={t('mine.note')}>
        <Flex direction="column" gap="3">
          <DifferenceTable rows={differences(mine, getValues())} />
          <Flex gap="2" style={{ flexWrap: 'wrap' }}>
            <Button
              variant="secondary"
              onPress={() => {
                reset(mine, { keepDefaultValues: true });
                onDone();
              }}
            >
              {t('mine.putBack')}
            </Button>
            <Button variant="tertiary" onPress={onDone}>
              {t('mine.discard')}
            </Button>
          </Flex>
        </Flex>
      </Panel>
    </div>
  );
};
