import { Flex } from '@backstage/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { CheckInput } from '../fields/CheckInput';
import { NumberInput } from '../fields/NumberInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

/** What is promised on delivery. */
export const TermsSection = () => {
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({
    control,
    name: 'content.terms.serviceLevels',
  });
  return (
    <div data-field="content.terms">
      <Panel title="Terms">
        <Flex direction="column" gap="4">
          <TextInput
            name="content.terms.delivery"
            label="Delivery terms"
            description="What is delivered, how, and under which conditions."
            rows={3}
          />
          <NumberInput
            name="content.terms.leadTimeDays"
            label="Lead time (days)"
            description="Calendar days from order to delivery; 0 for the same day."
          />
          <NumberInput
            name="content.terms.noticePeriodDays"
            label="Notice period (days)"
            description="How long before the end notice has to be given."
          />
          <Rows
            name="content.terms.serviceLevels"
            title="Service levels"
            item="service level"
            keys={fields.map(({ id }) => id)}
            onAdd={() => append({ name: '', target: '' })}
            onRemove={remove}
            render={index => (
              <>
                <TextInput
                  name={`content.terms.serviceLevels.${index}.name`}
                  label="Service level"
                />
                <TextInput
                  name={`content.terms.serviceLevels.${index}.target`}
                  label="Target"
                  placeholder="99.9 % a month"
                />
              </>
            )}
          />
          <CheckInput
            name="content.terms.recordAcceptance"
            label="The consumer confirms that they received it"
          />
        </Flex>
      </Panel>
    </div>
  );
};
