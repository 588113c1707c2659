import { useFieldArray, useFormContext } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';

const ROLES = [
  { id: 'product', label: 'The product' },
  { id: 'instance', label: 'Runs as' },
  { id: 'dependsOn', label: 'Depends on' },
  { id: 'documentation', label: 'Documented by' },
];

const KINDS = ['component', 'system', 'resource', 'api'];

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
    </Panel>
  );
};
