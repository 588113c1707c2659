import { Flex } from '@backstage/ui';
import { DateTimeField } from '../../forms/DateTimeField';
import { Panel } from '../../parts/Panel';
import { useField } from '../fields/useField';

const ValidityInput = ({
  name,
  label,
  description,
}: {
  name: 'content.validity.from' | 'content.validity.until';
  label: string;
  description: string;
}) => {
  const { value, onChange, error } = useField(name);
  return (
    <div data-field={name}>
      <DateTimeField
        label={label}
        description={description}
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  );
};

/** When the offer begins and ends. */
export const ValiditySection = ({ zone }: { zone: string }) => (
  <Panel title="Validity" note={`Times are in ${zone.replace(/_/g, ' ')}.`}>
    <Flex direction="column" gap="4">
      <ValidityInput
        name="content.validity.from"
        label="Offered from"
        description="Empty: the release date of the plan opens it."
      />
      <ValidityInput
        name="content.validity.until"
        label="Offered until"
        description="Empty: it stays open."
      />
    </Flex>
  </Panel>
);
