import { Button, Flex } from '@backstage/ui';
import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { CheckInput } from '../fields/CheckInput';
import { EntityInput } from '../fields/EntityInput';
import { ReadersInput } from '../fields/ReadersInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

const DOCUMENTED = ['component', 'system', 'resource', 'api'];

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

type DocumentPath = `content.knowledge.${'runbooks' | 'documents' | 'training'}.${number}`;

/** Where else a document may be, and whom it is for: shown where it says so, or when asked for. */
const MoreOfDocument = ({ path, item }: { path: DocumentPath; item: string }) => {
  const { getValues } = useFormContext<DraftForm>();
  const [isOpen, setOpen] = useState(() => {
    const document = getValues(path);
    return document.entity !== '' || document.for.length > 0;
  });
  if (!isOpen) {
    return (
      <div>
        <Button size="small" variant="tertiary" onPress={() => setOpen(true)}>
          {`TechDocs and readers of ${item}`}
        </Button>
      </div>
    );
  }
  return (
    <>
      <EntityInput name={`${path}.entity`} label={`Or TechDocs of, ${item}`} kinds={DOCUMENTED} />
      <TextInput name={`${path}.path`} label={`Page in TechDocs, ${item}`} />
      <ReadersInput name={`${path}.for`} item={item} />
    </>
  );
};

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
      onAdd={() => append({ title: '', url: '', entity: '', path: '', for: [] })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput name={`${path}.${index}.title`} label={`Title of ${item} ${index + 1}`} />
          <TextInput
            name={`${path}.${index}.url`}
            label={`Address of ${item} ${index + 1}`}
            placeholder="https://"
          />
          <MoreOfDocument path={`${path}.${index}`} item={`${item} ${index + 1}`} />
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
