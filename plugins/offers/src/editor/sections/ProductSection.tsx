import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

const ROLES = [
  { id: 'product', label: 'The product' },
  { id: 'instance', label: 'Runs as' },
  { id: 'dependsOn', label: 'Depends on' },
  { id: 'documentation', label: 'Documented by' },
];

const KINDS = ['component', 'system', 'resource', 'api'];

/** The product releases without which the offer waits. */
const NeededReleases = () => {
  const { control } = useFormContext<DraftForm>();
  const name = 'content.product.releases' as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title="Needed product releases"
      description="Until all of them are deployed, the offer is seen and cannot be ordered."
      item="needed release"
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ product: '', version: '' })}
      onRemove={remove}
      render={index => (
        <>
          <EntityInput name={`${name}.${index}.product`} label="Product" kinds={KINDS} />
          <TextInput
            name={`${name}.${index}.version`}
            label="Version of the product"
            placeholder="2.4.0"
          />
        </>
      )}
    />
  );
};

/** The software-catalogue entities that the offer concerns. */
export const ProductSection = () => {
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'content.product.entities' });
  return (
    <Panel title="Linked entities" note="The offer appears on the pages of these entities.">
      <Rows
        name="content.product.entities"
        title="Entities"
        item="entity"
        keys={fields.map(({ id }) => id)}
        onAdd={() => append({ ref: '', role: 'product' })}
        onRemove={remove}
        render={index => (
          <>
            <EntityInput
              name={`content.product.entities.${index}.ref`}
              label="Entity"
              kinds={KINDS}
            />
            <ChoiceInput
              name={`content.product.entities.${index}.role`}
              label="Role"
              options={ROLES}
            />
          </>
        )}
      />
      <NeededReleases />
    </Panel>
  );
};
