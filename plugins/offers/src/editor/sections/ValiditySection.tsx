import { Flex } from '@backstage/ui';
import { DateTimeField } from '../../forms/DateTimeField';
import { Panel } from '../../parts/Panel';
import { useField } from '../fields/useField';
import { useT } from '../../words/useWords';

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
export const ValiditySection = ({ zone }: { zone: string }) => {
  const t = useT();
  return (
    <Panel
      title={t('draft.valid.title')}
      note={t('draft.valid.note', { zone: zone.replace(/_/g, ' ') })}
    >
      <Flex direction="column" gap="4">
        <ValidityInput
          name="content.validity.from"
          label={t('draft.valid.from')}
          description={t('draft.valid.fromHint')}
        />
        <ValidityInput
          name="content.validity.until"
          label={t('draft.valid.until')}
          description={t('draft.valid.untilHint')}
        />
      </Flex>
    </Panel>
  );
};
