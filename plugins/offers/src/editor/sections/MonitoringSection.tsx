import { Flex } from '@backstage/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { FoldedSection } from '../FoldedSection';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useT } from '../../words/useWords';

const KINDS = ['component', 'system', 'resource', 'api'];

const Links = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = 'content.monitoring.links' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={t('draft.watch.links')}
      item={t('draft.watch.linkItem')}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ title: '', url: '' })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput
            name={`${name}.${index}.title`}
            label={t('draft.watch.linkTitle', { number: String(index + 1) })}
          />
          <TextInput
            name={`${name}.${index}.url`}
            label={t('draft.watch.linkAddress', { number: String(index + 1) })}
            placeholder="https://"
          />
        </>
      )}
    />
  );
};

const Watched = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = 'content.monitoring.entities' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={t('draft.watch.entities')}
      item={t('draft.watch.entityItem')}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ ref: '' })}
      onRemove={remove}
      render={index => (
        <EntityInput
          name={`${name}.${index}.ref`}
          label={t('draft.watch.entity', { number: String(index + 1) })}
          kinds={KINDS}
        />
      )}
    />
  );
};

/** How the service is watched. */
export const MonitoringSection = ({ isFilled }: { isFilled: boolean }) => {
  const t = useT();
  return (
    <FoldedSection
      title={t('draft.watch.title')}
      note={t('draft.watch.note')}
      field="content.monitoring"
      isFilled={isFilled}
    >
      <Flex direction="column" gap="5">
        <Links />
        <Watched />
      </Flex>
    </FoldedSection>
  );
};
