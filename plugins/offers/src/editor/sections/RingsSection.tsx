import { useFieldArray, useFormContext } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { FoldedSection } from '../FoldedSection';
import { NumberInput } from '../fields/NumberInput';
import { PrincipalList } from '../fields/PrincipalList';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useT } from '../../words/useWords';

/** The steps in which the audience gets this version; without any, everybody gets it at once. */
export const RingsSection = ({ isFilled }: { isFilled: boolean }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = 'content.access.rings' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <FoldedSection
      title={t('draft.rings.title')}
      note={t('draft.rings.note')}
      field="content.access.rings"
      isFilled={isFilled}
    >
      <Rows
        name={name}
        title={t('draft.rings.order')}
        description={t('draft.rings.orderNote')}
        item={t('draft.rings.item')}
        keys={fields.map(({ id }) => id)}
        onAdd={() => append({ name: '', groups: [], percent: 10, holdHours: 24 })}
        onRemove={remove}
        render={index => (
          <>
            <TextInput
              name={`${name}.${index}.name`}
              label={t('draft.rings.name', { number: String(index + 1) })}
            />
            <NumberInput
              name={`${name}.${index}.percent`}
              label={t('draft.rings.percent', { number: String(index + 1) })}
            />
            <NumberInput
              name={`${name}.${index}.holdHours`}
              label={t('draft.rings.hold', { number: String(index + 1) })}
              description={t('draft.rings.holdHint')}
            />
            <PrincipalList
              name={`${name}.${index}.groups`}
              label={t('draft.rings.groups', { number: String(index + 1) })}
            />
          </>
        )}
      />
    </FoldedSection>
  );
};
