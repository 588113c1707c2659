import { Flex } from '@backstage/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { CheckInput } from '../fields/CheckInput';
import { NumberInput } from '../fields/NumberInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useT } from '../../words/useWords';

/** What is promised on delivery. */
export const TermsSection = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({
    control,
    name: 'content.terms.serviceLevels',
  });
  return (
    <div data-field="content.terms">
      <Panel title={t('draft.promise.title')}>
        <Flex direction="column" gap="4">
          <TextInput
            name="content.terms.delivery"
            label={t('draft.promise.delivery')}
            description={t('draft.promise.deliveryHint')}
            rows={3}
          />
          <NumberInput
            name="content.terms.leadTimeDays"
            label={t('draft.promise.lead')}
            description={t('draft.promise.leadHint')}
          />
          <NumberInput
            name="content.terms.noticePeriodDays"
            label={t('draft.promise.notice')}
            description={t('draft.promise.noticeHint')}
          />
          <Rows
            name="content.terms.serviceLevels"
            title={t('draft.promise.levels')}
            item={t('draft.promise.levelItem')}
            keys={fields.map(({ id }) => id)}
            onAdd={() => append({ name: '', target: '' })}
            onRemove={remove}
            render={index => (
              <>
                <TextInput
                  name={`content.terms.serviceLevels.${index}.name`}
                  label={t('draft.promise.level')}
                />
                <TextInput
                  name={`content.terms.serviceLevels.${index}.target`}
                  label={t('draft.promise.target')}
                  placeholder={t('draft.promise.targetHint')}
                />
              </>
            )}
          />
          <CheckInput name="content.terms.recordAcceptance" label={t('draft.promise.acceptance')} />
        </Flex>
      </Panel>
    </div>
  );
};
