import { Select } from '@backstage/ui';
import { memo } from 'react';
import { useT } from '../words/useWords';
import { withChosen, type FacetProps } from './FacetChoice';

const ANY = 'any';

/** So many values can be overlooked; more are searched in. */
const MANY = 10;

/** A filter of many values, in a list that opens. */
export const FacetSelect = memo((props: FacetProps) => {
  const { name, label, values, chosen, chosenName, onChange } = props;
  const t = useT();
  const all = withChosen(values, chosen, chosenName);
  return (
    <Select
      label={label}
      value={chosen ?? ANY}
      onChange={key => onChange({ [name]: key === ANY ? '' : String(key) })}
      options={[
        { id: ANY, label: t('facet.any') },
        ...all.map(({ id, label: said, count }) => ({
          id,
          label: count > 0 ? `${said} (${count})` : said,
        })),
      ]}
      {...(all.length > MANY ? { search: { placeholder: t('facet.searchIn') } } : {})}
    />
  );
});
