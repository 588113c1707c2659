import { Skeleton } from '@backstage/ui';
import type { CatalogueFilters as Filters } from '@offerdesk/backstage-plugin-offers-common';
import { memo } from 'react';
import { useSame } from '../parts/useSame';
import { useWords } from '../words/useWords';
import styles from './CatalogueFilters.module.css';
import { categoriesInSight } from './categories';
import { EntityFilter } from './EntityFilter';
import { FacetChoice } from './FacetChoice';
import { FacetSelect } from './FacetSelect';
import { PartySelect, type Party } from './PartySelect';
import { PriceFilter } from './PriceFilter';
import type { Changes } from './useCatalogueAddress';
import { useFacets, useIsFirstCount, useLastKnown } from './useFacets';

/** The lead times that are offered to choose from, in days. */
const LEAD_TIMES = [1, 3, 7, 14, 30];

interface CatalogueFiltersProps {
  filters: Filters;
  /** the currencies of what is seen */
  currencies: readonly string[];
  titleOf: (category: string | undefined) => string | undefined;
  onChange: (changes: Changes, goesOn?: boolean) => void;
}

type FacetsProps = Pick<CatalogueFiltersProps, 'filters' | 'onChange'>;

/** How much room a list of categories takes, of what one gets, and of states. */
const ROOM_OF_SHORT_FACETS = [212, 136, 90];

/** Keep the place of the lists until their values are known, so that what is below does not jump. */
const ShortFacetSkeletons = () => (
  <>
    {ROOM_OF_SHORT_FACETS.map(height => (
      <Skeleton key={height} width="100%" height={height} aria-hidden="true" />
    ))}
  </>
);

const ShortFacets = ({
  filters,
  titleOf,
  onChange,
}: FacetsProps & Pick<CatalogueFiltersProps, 'titleOf'>) => {
  const { t, state, interaction } = useWords();
  const categories = useLastKnown(useFacets(filters, 'category'))?.categories ?? [];
  const interactions = useLastKnown(useFacets(filters, 'interaction'))?.interactions ?? [];
  const states = useLastKnown(useFacets(filters, 'state'))?.states ?? [];
  return (
    <>
      <FacetChoice
        name="category"
        label={t('facet.category')}
        values={useSame(categoriesInSight(categories, filters.category))}
        chosen={filters.category}
        chosenName={titleOf(filters.category)}
        onChange={onChange}
      />
      <FacetChoice
        name="interaction"
        label={t('facet.interaction')}
        values={useSame(
          interactions.map(({ id, count }) => ({ id, label: interaction(id), count })),
        )}
        chosen={filters.interaction}
        chosenName={filters.interaction && interaction(filters.interaction)}
        onChange={onChange}
      />
      <FacetChoice
        name="state"
        label={t('facet.state')}
        values={useSame(states.map(({ id, count }) => ({ id, label: state(id).label, count })))}
        chosen={filters.state}
        chosenName={filters.state && state(filters.state).label}
        onChange={onChange}
      />
    </>
  );
};

const NONE: readonly Party[] = [];

const LongFacets = ({ filters, onChange }: FacetsProps) => {
  const { t, days } = useWords();
  const providers = useLastKnown(useFacets(filters, 'provider'))?.providers ?? NONE;
  const owners = useLastKnown(useFacets(filters, 'owner'))?.owners ?? NONE;
  const { leadTimeMax } = filters;
  const within = (count: number) => t('facet.within', { days: days(count) });
  return (
    <>
      <PartySelect
        name="provider"
        label={t('facet.provider')}
        parties={providers}
        chosen={filters.provider}
        onChange={onChange}
      />
      <FacetSelect
        name="leadTimeMax"
        label={t('facet.leadTime')}
        values={useSame(
          LEAD_TIMES.map(count => ({
            id: String(count),
            label: within(count),
            count: 0,
          })),
        )}
        chosen={leadTimeMax === undefined ? undefined : String(leadTimeMax)}
        chosenName={within(leadTimeMax ?? 0)}
        onChange={onChange}
      />
      <PartySelect
        name="owner"
        label={t('facet.owner')}
        parties={owners}
        chosen={filters.owner}
        onChange={onChange}
      />
    </>
  );
};

/** Every filter of the catalogue; each counts what the others leave. Not drawn again when only the page turns. */
export const CatalogueFilters = memo((props: CatalogueFiltersProps) => {
  const { filters, currencies, titleOf, onChange } = props;
  const isFirstCount = useIsFirstCount(filters);
  return (
    <div className={styles.filters}>
      {isFirstCount && <ShortFacetSkeletons />}
      {!isFirstCount && <ShortFacets filters={filters} titleOf={titleOf} onChange={onChange} />}
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
  );
});
