import { Flex } from '@backstage/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { FoldedSection } from '../FoldedSection';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

const KINDS = ['component', 'system', 'resource', 'api'];

const Links = () => {
  const { control } = useFormContext<DraftForm>();
  const name = 'content.monitoring.links' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title="Dashboards and status pages"
      item="monitoring link"
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ title: '', url: '' })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput name={`${name}.${index}.title`} label={`Title of link ${index + 1}`} />
          <TextInput
            name={`${name}.${index}.url`}
            label={`Address of link ${index + 1}`}
            placeholder="https://"
          />
        </>
      )}
    />
  );
};

const Watched = () => {
  const { control } = useFormContext<DraftForm>();
  const name = 'content.monitoring.entities' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title="Watched entities"
      item="watched entity"
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ ref: '' })}
      onRemove={remove}
      render={index => (
        <EntityInput
          name={`${name}.${index}.ref`}
          label={`Watched entity ${index + 1}`}
          kinds={KINDS}
        />
      )}
    />
  );
};

/** How the service is watched. */
export const MonitoringSection = ({ isFilled }: { isFilled: boolean }) => (
  <FoldedSection
    title="Monitoring"
    note="Changing it voids no approval."
    field="content.monitoring"
    isFilled={isFilled}
  >
    <Flex direction="column" gap="5">
      <Links />
      <Watched />
    </Flex>
  </FoldedSection>
);
