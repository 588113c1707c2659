import { Select } from '@backstage/ui';
import { useT } from '../words/useWords';
import { withChosen, type FacetValue } from './FacetChoice';

interface FacetSelectProps {
  label: string;
  values: readonly FacetValue[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

const ANY = 'any';

/** So many values can be overlooked; more are searched in. */
const MANY = 10;

/** A filter of many values, in a list that opens. */
export const FacetSelect = ({ label, values, chosen, onChoose }: FacetSelectProps) => {
  const t = useT();
  const all = withChosen(values, chosen);
  return (
    <Select
      label={label}
      value={chosen ?? ANY}
      onChange={key => onChoose(key === ANY ? '' : String(key))}
      options={[
        { id: ANY, label: t('facet.any') },
        ...all.map(({ id, label: name, count }) => ({
          id,
          label: count > 0 ? `${name} (${count})` : name,
        })),
      ]}
      {...(all.length > MANY ? { search: { placeholder: t('facet.searchIn') } } : {})}
    />
  );
};
