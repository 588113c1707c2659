import { Flex, TextAreaField, TextField } from '@backstage/ui';
import { DateTimeField } from '../forms/DateTimeField';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { Panel } from '../parts/Panel';
import type { PlanDraft } from './wizard';
import { useT } from '../words/useWords';

interface DateStepProps {
  draft: PlanDraft;
  change: (part: Partial<PlanDraft>) => void;
  faultOf: (field: string) => string | undefined;
}

/** When the plan is released and prepared, what it is called, and what its approvers should know. */
export const DateStep = ({ draft, change, faultOf }: DateStepProps) => {
  const t = useT();
  return (
    <Panel title={t('when.title')}>
      <Flex direction="column" gap="4">
        <TextField
          label={t('when.planTitle')}
          description={t('when.planTitleHint')}
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
          label={t('when.preparation')}
          description={t('when.preparationHint')}
          value={draft.preparation}
          onChange={preparation => change({ preparation })}
          error={faultOf('preparation')}
        />
        <TextAreaField
          label={t('form.noteToApprovers')}
          maxLength={2000}
          value={draft.note}
          onChange={note => change({ note })}
        />
      </Flex>
    </Panel>
  );
};
