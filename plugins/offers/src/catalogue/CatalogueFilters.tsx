import type { CatalogueFilters as Filters } from '@offerdesk/backstage-plugin-offers-common';
import { memo } from 'react';
import { useSame } from '../parts/useSame';
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
        name="category"
        label={t('facet.category')}
        values={useSame(categoriesInSight(categories, filters.category))}
        chosen={filters.category}
        onChange={onChange}
      />
      <FacetChoice
        name="interaction"
        label={t('facet.interaction')}
        values={useSame(
          interactions.map(({ id, count }) => ({ id, label: interaction(id), count })),
        )}
        chosen={filters.interaction}
        onChange={onChange}
      />
      <FacetChoice
        name="state"
        label={t('facet.state')}
        values={useSame(states.map(({ id, count }) => ({ id, label: state(id).label, count })))}
        chosen={filters.state}
        onChange={onChange}
      />
    </>
  );
};

const named = (values: readonly { id: string; count: number }[] = []) =>
  values.map(({ id, count }) => ({ id, label: partyName(id), count }));

const LongFacets = ({ filters, onChange }: FacetsProps) => {
  const { t, days } = useWords();
  const providers = named(useFacets(filters, 'provider')?.providers);
  const owners = named(useFacets(filters, 'owner')?.owners);
  return (
    <>
      <FacetSelect
        name="provider"
        label={t('facet.provider')}
        values={useSame(providers)}
        chosen={filters.provider}
        onChange={onChange}
      />
      <FacetSelect
        name="leadTimeMax"
        label={t('facet.leadTime')}
        values={useSame(
          LEAD_TIMES.map(count => ({
            id: String(count),
            label: t('facet.within', { days: days(count) }),
            count: 0,
          })),
        )}
        chosen={filters.leadTimeMax === undefined ? undefined : String(filters.leadTimeMax)}
        onChange={onChange}
      />
      <FacetSelect
        name="owner"
        label={t('facet.owner')}
        values={useSame(owners)}
        chosen={filters.owner}
        onChange={onChange}
      />
    </>
  );
};

/** Every filter of the catalogue; each counts what the others leave. Not drawn again when only the page turns. */
export const CatalogueFilters = memo(({ filters, currencies, onChange }: CatalogueFiltersProps) => (
  <div className={styles.filters}>
    <ShortFacets filters={filters} onChange={onChange} />
    <LongFacets filters={filters} onChange={onChange} />
    <PriceFilter
      currency={filters.currency ?? currencies[0] ?? 'EUR'}
      priceMin={filters.priceMin}
      priceMax={filters.priceMax}
      seen={currencies}
      onChange={onChange}
    />
    <EntityFilter value={filters.entity} onChange={onChange} />
  </div>
));
