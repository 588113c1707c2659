import { Button, Flex } from '@backstage/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import { Panel } from '../parts/Panel';
import { differences } from './differences';
import { DifferenceTable } from './DifferenceTable';
import styles from './DraftEditor.module.css';
import type { DraftForm } from './draftForm';

/** What the person had before they loaded somebody else's draft, to compare, copy or put back. */
export const KeptVersion = ({ mine, onDone }: { mine: DraftForm; onDone: () => void }) => {
  const { control, getValues, reset } = useFormContext<DraftForm>();
  useWatch({ control });
  return (
    <div className={styles.notice}>
      <Panel
        title="Your version"
        note="Kept here until you discard it. “Theirs” is what the form shows."
      >
        <Flex direction="column" gap="3">
          <DifferenceTable rows={differences(mine, getValues())} />
          <Flex gap="2">
            <Button
              variant="secondary"
              onPress={() => {
                reset(mine, { keepDefaultValues: true });
                onDone();
              }}
            >
              Put mine back into the form
            </Button>
            <Button variant="tertiary" onPress={onDone}>
              Discard mine
            </Button>
          </Flex>
        </Flex>
      </Panel>
    </div>
  );
};
