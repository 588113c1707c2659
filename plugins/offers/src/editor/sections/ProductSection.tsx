import { Flex } from '@backstage/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useT } from '../../words/useWords';

const ROLES = ['product', 'instance', 'dependsOn', 'documentation'] as const;

const KINDS = ['component', 'system', 'resource', 'api'];

/** The product releases without which the offer waits. */
const NeededReleases = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = 'content.product.releases' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={t('draft.product.releases')}
      description={t('draft.product.releasesHint')}
      item={t('draft.product.releaseItem')}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ product: '', version: '' })}
      onRemove={remove}
      render={index => (
        <>
          <EntityInput
            name={`${name}.${index}.product`}
            label={t('draft.product.product')}
            kinds={KINDS}
          />
          <TextInput
            name={`${name}.${index}.version`}
            label={t('draft.product.version')}
            placeholder="2.4.0"
          />
        </>
      )}
    />
  );
};

/** The software-catalogue entities that the offer concerns. */
export const ProductSection = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'content.product.entities' });
  return (
    <Panel title={t('draft.product.title')} note={t('draft.product.note')}>
      <Flex direction="column" gap="5">
        <Rows
          name="content.product.entities"
          title={t('draft.product.entities')}
          item={t('draft.product.entityItem')}
          keys={fields.map(({ id }) => id)}
          onAdd={() => append({ ref: '', role: 'product' })}
          onRemove={remove}
          render={index => (
            <>
              <EntityInput
                name={`content.product.entities.${index}.ref`}
                label={t('draft.product.entity')}
                kinds={KINDS}
              />
              <ChoiceInput
                name={`content.product.entities.${index}.role`}
                label={t('draft.product.role')}
                options={ROLES.map(id => ({ id, label: t(`role.${id}`) }))}
              />
            </>
          )}
        />
        <NeededReleases />
      </Flex>
    </Panel>
  );
};
