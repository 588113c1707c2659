import { Button, Radio, RadioGroup } from '@backstage/ui';
import { memo, useState } from 'react';
import { useT } from '../words/useWords';
import type { FilterName } from './address';
import styles from './CatalogueFilters.module.css';
import type { Changes } from './useCatalogueAddress';

/** A value of a filter, in words, with how many offers have it. */
export interface FacetValue {
  id: string;
  label: string;
  count: number;
  /** how many others it lies below */
  depth?: number;
}

/** What a filter is made of. Drawn again only when one of these is another. */
export interface FacetProps {
  name: FilterName;
  label: string;
  values: readonly FacetValue[];
  chosen: string | undefined;
  /** what the chosen one is called, also where nothing has it any more */
  chosenName: string | undefined;
  onChange: (changes: Changes) => void;
}

/** Stands for "no filter": a choice cannot have an empty value. */
const ANY = 'any';

/** How many values are shown before the reader asks for all. */
const SHOWN = 6;

/** Keeps the chosen value in the list when nothing has it any more, so that it can be read and changed. */
export function withChosen(
  values: readonly FacetValue[],
  chosen: string | undefined,
  chosenName: string | undefined,
): readonly FacetValue[] {
  if (!chosen || values.some(({ id }) => id === chosen)) return values;
  return [...values, { id: chosen, label: chosenName || chosen, count: 0 }];
}

/** The first values at the top, the chosen one wherever it stands, and whatever is unfolded, with what it lies below. */
function firstOf(values: readonly FacetValue[], chosen: string | undefined) {
  const isTop = ({ depth = 0 }: FacetValue) => depth === 0;
  const first = new Set(values.filter(isTop).slice(0, SHOWN));
  return values.filter((value, index) => {
    const below = values[index + 1];
    const isUnfolded = below !== undefined && !isTop(below);
    return first.has(value) || value.id === chosen || !isTop(value) || isUnfolded;
  });
}

/** A filter of few values, all in sight, with how many offers each would leave. */
export const FacetChoice = memo((props: FacetProps) => {
  const { name, label, values, chosen, chosenName, onChange } = props;
  const t = useT();
  const [showsAll, setShowsAll] = useState(false);
  const all = withChosen(values, chosen, chosenName);
  const shown = showsAll ? all : firstOf(all, chosen);
  if (all.length === 0) return null;
  return (
    <div className={styles.facet}>
      <RadioGroup
        label={label}
        value={chosen ?? ANY}
        onChange={value => onChange({ [name]: value === ANY ? '' : value })}
      >
        <Radio value={ANY}>{t('facet.any')}</Radio>
        {shown.map(value => (
          <Radio
            key={value.id}
            value={value.id}
            style={{ marginInlineStart: `calc(${value.depth ?? 0} * var(--bui-space-4))` }}
          >
            {value.label} {value.count > 0 && <span className={styles.count}>{value.count}</span>}
          </Radio>
        ))}
      </RadioGroup>
      {all.length > firstOf(all, chosen).length && (
        <div>
          <Button variant="tertiary" size="small" onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? t('parts.showFewer') : t('parts.showAll', { number: String(all.length) })}
          </Button>
        </div>
      )}
    </div>
  );
});
