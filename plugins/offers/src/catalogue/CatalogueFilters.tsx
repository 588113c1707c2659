import type { CatalogueFilters as Filters } from '@offerdesk/backstage-plugin-offers-common';
import { memo } from 'react';
import { useWords } from '../words/useWords';
import { shortRef } from '../words/refs';
import styles from './CatalogueFilters.module.css';
import { categoriesInSight } from './categories';
import { EntityFilter } from './EntityFilter';
import { FacetChoice } from './FacetChoice';
import { FacetSelect } from './FacetSelect';
import { PriceFilter } from './PriceFilter';
import type { Changes } from './useCatalogueAddress';
import { useFacets } from './useFacets';

/** The lead times that are offered to choose from, in days. */
const LEAD_TIMES = [1, 3, 7, 14, 30];

interface CatalogueFiltersProps {
  filters: Filters;
  /** the currencies of what is seen */
  currencies: readonly string[];
  onChange: (changes: Changes) => void;
}

/** A reference by its readable part; the name of a supplier as it is. */
function partyName(id: string): string {
  return /^[a-z]+:[^/]+\/[^/]+$/.test(id) ? shortRef(id) : id;
}

type FacetsProps = Pick<CatalogueFiltersProps, 'filters' | 'onChange'>;

const ShortFacets = ({ filters, onChange }: FacetsProps) => {
  const { t, state, interaction } = useWords();
  const categories = useFacets(filters, 'category')?.categories ?? [];
  const interactions = useFacets(filters, 'interaction')?.interactions ?? [];
  const states = useFacets(filters, 'state')?.states ?? [];
  return (
    <>
      <FacetChoice
        label={t('facet.category')}
        values={categoriesInSight(categories, filters.category)}
        chosen={filters.category}
        onChoose={id => onChange({ category: id })}
      />
      <FacetChoice
        label={t('facet.interaction')}
        values={interactions.map(({ id, count }) => ({ id, label: interaction(id), count }))}
        chosen={filters.interaction}
        onChoose={id => onChange({ interaction: id })}
      />
      <FacetChoice
        label={t('facet.state')}
        values={states.map(({ id, count }) => ({ id, label: state(id).label, count }))}
        chosen={filters.state}
        onChoose={id => onChange({ state: id })}
      />
    </>
  );
};

const LongFacets = ({ filters, onChange }: FacetsProps) => {
  const { t, days } = useWords();
  const providers = useFacets(filters, 'provider')?.providers ?? [];
  const owners = useFacets(filters, 'owner')?.owners ?? [];
  const named = (values: readonly { id: string; count: number }[]) =>
    values.map(({ id, count }) => ({ id, label: partyName(id), count }));
  return (
    <>
      <FacetSelect
        label={t('facet.provider')}
        values={named(providers)}
        chosen={filters.provider}
        onChoose={id => onChange({ provider: id })}
      />
      <FacetSelect
        label={t('facet.leadTime')}
        values={LEAD_TIMES.map(count => ({
          id: String(count),
          label: t('facet.within', { days: days(count) }),
          count: 0,
        }))}
        chosen={filters.leadTimeMax === undefined ? undefined : String(filters.leadTimeMax)}
        onChoose={id => onChange({ leadTimeMax: id })}
      />
      <FacetSelect
        label={t('facet.owner')}
        values={named(owners)}
        chosen={filters.owner}
        onChoose={id => onChange({ owner: id })}
      />
    </>
  );
};

/** Every filter of the catalogue; each counts what the others leave. Not drawn again when only the page turns. */
export const CatalogueFilters = memo(({ filters, currencies, onChange }: CatalogueFiltersProps) => (
  <div className={styles.filters}>
    <ShortFacets filters={filters} onChange={onChange} />
    <LongFacets filters={filters} onChange={onChange} />
    <PriceFilter filters={filters} seen={currencies} onChange={onChange} />
    <EntityFilter value={filters.entity} onChange={entity => onChange({ entity })} />
  </div>
));
