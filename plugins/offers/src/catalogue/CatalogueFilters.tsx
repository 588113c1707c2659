import { Select } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import filterStyles from '../parts/Filters.module.css';
import { interactions } from '../words/states';
import type { Filters } from './useCatalogueFilters';

/** Stands for "no filter": a list cannot hold an empty key. */
const ANY = 'any';

interface FilterListProps {
  label: string;
  any: string;
  value: string | undefined;
  options: readonly { id: string; label: string; count: number }[];
  onChange: (value: string) => void;
}

const FilterList = ({ label, any, value, options, onChange }: FilterListProps) => (
  <Select
    label={label}
    value={value ?? ANY}
    onChange={key => onChange(key === ANY ? '' : String(key))}
    options={[
      { id: ANY, label: any },
      ...options.map(option => ({ id: option.id, label: `${option.label} (${option.count})` })),
    ]}
  />
);

/** Keeps the chosen value in the list when nothing has it any more, so that the filter can be read and changed. */
function withChosen<T extends { id: string; label: string; count: number }>(
  options: readonly T[],
  chosen: string | undefined,
): { id: string; label: string; count: number }[] {
  if (!chosen || options.some(({ id }) => id === chosen)) return [...options];
  return [...options, { id: chosen, label: chosen, count: 0 }];
}

interface CatalogueFiltersProps {
  filters: Filters;
  onChange: (changes: Record<string, string>) => void;
}

/** Search and filters; each filter counts what the others leave. */
export const CatalogueFilters = ({ filters, onChange }: CatalogueFiltersProps) => {
  const { q, category, interaction } = filters;
  const forCategory = useCall(
    'facets',
    { query: { ...(q ? { q } : {}), ...(interaction ? { interaction } : {}) } },
    { keepPrevious: true },
  ).data;
  const forInteraction = useCall(
    'facets',
    { query: { ...(q ? { q } : {}), ...(category ? { category } : {}) } },
    { keepPrevious: true },
  ).data;
  const categories = (forCategory?.categories ?? []).map(({ id, title, count }) => ({
    id,
    label: title,
    count,
  }));
  const kinds = (forInteraction?.interactions ?? []).map(({ id, count }) => ({
    id,
    label: interactions[id],
    count,
  }));
  return (
    <div role="search" aria-label="Offers" className={filterStyles.filters}>
      <DebouncedSearch
        label="Search"
        placeholder="Database, queue, storage…"
        value={q ?? ''}
        onSearch={value => onChange({ q: value })}
      />
      <FilterList
        label="Category"
        any="Any category"
        value={category}
        options={withChosen(categories, category)}
        onChange={value => onChange({ category: value })}
      />
      <FilterList
        label="What you get"
        any="Anything"
        value={interaction}
        options={withChosen(kinds, interaction)}
        onChange={value => onChange({ interaction: value })}
      />
    </div>
  );
};
