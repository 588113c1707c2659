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
import { useT } from '../../words/useWords';

const DOCUMENTED = ['component', 'system', 'resource', 'api'];

const lists = ['runbooks', 'documents', 'training'] as const;

type DocumentPath = `content.knowledge.${(typeof lists)[number]}.${number}`;

/** Where else a document may be, and whom it is for: shown where it says so, or when asked for. */
const MoreOfDocument = ({ path, item }: { path: DocumentPath; item: string }) => {
  const t = useT();
  const { getValues } = useFormContext<DraftForm>();
  const [isOpen, setOpen] = useState(() => {
    const document = getValues(path);
    return document.entity !== '' || document.for.length > 0;
  });
  if (!isOpen) {
    return (
      <div>
        <Button size="small" variant="tertiary" onPress={() => setOpen(true)}>
          {t('draft.know.more', { item })}
        </Button>
      </div>
    );
  }
  return (
    <>
      <EntityInput
        name={`${path}.entity`}
        label={t('draft.know.techdocs', { item })}
        kinds={DOCUMENTED}
      />
      <TextInput name={`${path}.path`} label={t('draft.know.page', { item })} />
      <ReadersInput name={`${path}.for`} item={item} />
    </>
  );
};

const LinkRows = ({ name }: { name: (typeof lists)[number] }) => {
  const t = useT();
  const item = t(`draft.know.${name}Item`);
  const { control } = useFormContext<DraftForm>();
  const path = `content.knowledge.${name}` as const;
  const { fields, append, remove } = useFieldArray({ control, name: path });
  return (
    <Rows
      name={path}
      title={t(`draft.know.${name}`)}
      description={t(`draft.know.${name}Note`)}
      item={item}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ title: '', url: '', entity: '', path: '', for: [] })}
      onRemove={remove}
      render={index => {
        const number = String(index + 1);
        return (
          <>
            <TextInput
              name={`${path}.${index}.title`}
              label={t('draft.know.titleOf', { item, number })}
            />
            <TextInput
              name={`${path}.${index}.url`}
              label={t('draft.know.addressOf', { item, number })}
              placeholder="https://"
            />
            <MoreOfDocument path={`${path}.${index}`} item={`${item} ${number}`} />
          </>
        );
      }}
    />
  );
};

/** What consumers and supporters read and learn. */
export const KnowledgeSection = () => {
  const t = useT();
  return (
    <Panel title={t('draft.know.title')} note={t('draft.know.note')}>
      <Flex direction="column" gap="5">
        {lists.map(name => (
          <LinkRows key={name} name={name} />
        ))}
        <CheckInput name="content.knowledge.trainingRequired" label={t('draft.know.mustTrain')} />
      </Flex>
    </Panel>
  );
};
