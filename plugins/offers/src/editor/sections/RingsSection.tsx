import { useFieldArray, useFormContext } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { FoldedSection } from '../FoldedSection';
import { NumberInput } from '../fields/NumberInput';
import { PrincipalList } from '../fields/PrincipalList';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

/** The steps in which the audience gets this version; without any, everybody gets it at once. */
export const RingsSection = ({ isFilled }: { isFilled: boolean }) => {
  const { control } = useFormContext<DraftForm>();
  const name = 'content.access.rings' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <FoldedSection
      title="Rings"
      note="Who gets this version first. Without rings everybody does at once."
      field="content.access.rings"
      isFilled={isFilled}
    >
      <Rows
        name={name}
        title="Rings, in order"
        description="Who is in one of the groups or in the share is in. After the last ring everybody is."
        item="ring"
        keys={fields.map(({ id }) => id)}
        onAdd={() => append({ name: '', groups: [], percent: 10, holdHours: 24 })}
        onRemove={remove}
        render={index => (
          <>
            <TextInput name={`${name}.${index}.name`} label={`Name of ring ${index + 1}`} />
            <NumberInput
              name={`${name}.${index}.percent`}
              label={`Share of the audience (%), ring ${index + 1}`}
            />
            <NumberInput
              name={`${name}.${index}.holdHours`}
              label={`Goes on after (hours), ring ${index + 1}`}
              description="Empty: when somebody promotes it."
            />
            <PrincipalList name={`${name}.${index}.groups`} label={`Groups of ring ${index + 1}`} />
          </>
        )}
      />
    </FoldedSection>
  );
};
