import { Flex, TextAreaField, TextField } from '@backstage/ui';
import { DateTimeField } from '../forms/DateTimeField';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { Panel } from '../parts/Panel';
import type { PlanDraft } from './wizard';

interface DateStepProps {
  draft: PlanDraft;
  change: (part: Partial<PlanDraft>) => void;
  faultOf: (field: string) => string | undefined;
}

/** When the plan is released and prepared, what it is called, and what its approvers should know. */
export const DateStep = ({ draft, change, faultOf }: DateStepProps) => (
  <Panel title="When, and what for">
    <Flex direction="column" gap="4">
      <TextField
        label="Title of the plan"
        description="Empty: the title of its first offer."
        maxLength={120}
        value={draft.title}
        onChange={title => change({ title })}
      />
      <ReleaseTimeFields
        value={{ local: draft.release, zone: draft.zone }}
        onChange={({ local, zone }) => change({ release: local, zone })}
        error={faultOf('release')}
      />
      <DateTimeField
        label="Prepared from"
        description="When the work on it begins; may be empty."
        value={draft.preparation}
        onChange={preparation => change({ preparation })}
        error={faultOf('preparation')}
      />
      <TextAreaField
        label="Note to the approvers"
        maxLength={2000}
        value={draft.note}
        onChange={note => change({ note })}
      />
    </Flex>
  </Panel>
);
