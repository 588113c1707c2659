import { Flex } from '@backstage/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { CheckInput } from '../fields/CheckInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

const lists = [
  {
    name: 'runbooks',
    title: 'Self-service runbooks',
    item: 'runbook',
    description: 'What consumers follow by themselves.',
  },
  {
    name: 'documents',
    title: 'Documents',
    item: 'document',
    description: 'What explains the service.',
  },
  { name: 'training', title: 'Training', item: 'training', description: 'What teaches its use.' },
] as const;

const LinkRows = ({ name, title, item, description }: (typeof lists)[number]) => {
  const { control } = useFormContext<DraftForm>();
  const path = `content.knowledge.${name}` as const;
  const { fields, append, remove } = useFieldArray({ control, name: path });
  return (
    <Rows
      name={path}
      title={title}
      description={description}
      item={item}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ title: '', url: '', for: [] })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput name={`${path}.${index}.title`} label={`Title of ${item} ${index + 1}`} />
          <TextInput
            name={`${path}.${index}.url`}
            label={`Address of ${item} ${index + 1}`}
            placeholder="https://"
          />
        </>
      )}
    />
  );
};

/** What consumers and supporters read and learn. */
export const KnowledgeSection = () => (
  <Panel title="Knowledge" note="Changing it voids no approval.">
    <Flex direction="column" gap="5">
      {lists.map(list => (
        <LinkRows key={list.name} {...list} />
      ))}
      <CheckInput
        name="content.knowledge.trainingRequired"
        label="Consumers must take a training first"
      />
    </Flex>
  </Panel>
);
