import { Button, Text } from '@backstage/ui';
import { useEffect } from 'react';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { useAnnounce } from '../parts/LiveRegion';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { CatalogueFilters } from './CatalogueFilters';
import { OfferCardList } from './OfferCard';
import { useBrowse, useCategoryTitles } from './useBrowse';
import { useCatalogueFilters, type Filters } from './useCatalogueFilters';

function countInWords(total: number, isFiltered: boolean): string {
  const offers = `${total} ${total === 1 ? 'offer' : 'offers'}`;
  return isFiltered ? `${offers} match` : `${offers} for you`;
}

interface ResultsProps {
  filters: Filters;
  onClear: () => void;
}

const Results = ({ filters, onClear }: ResultsProps) => {
  const found = useBrowse(filters);
  const titleOf = useCategoryTitles();
  const isFiltered = Object.keys(filters).length > 0;
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the catalogue" rows={3} height={148} />;
  if (found.items.length === 0) {
    return isFiltered ? (
      <Empty
        title="Nothing matches"
        description="No offer that is open to you matches this search and these filters."
        action={
          <Button variant="secondary" onPress={onClear}>
            Clear filters
          </Button>
        }
      />
    ) : (
      <Empty
        title="Nothing is offered to you yet"
        description="When a team opens an offer to you or to a group of yours, you find it here."
      />
    );
  }
  return (
    <>
      <OfferCardList offers={found.items} titleOf={titleOf} />
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button
            variant="secondary"
            onPress={() => found.fetchNextPage()}
            isPending={found.isFetchingNextPage}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
};

const ResultCount = ({ filters }: { filters: Filters }) => {
  const { data } = useCall('facets', { query: { ...filters } }, { keepPrevious: true });
  const announce = useAnnounce();
  const sentence = data && countInWords(data.total, Object.keys(filters).length > 0);
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence, announce]);
  return sentence ? <Text color="secondary">{sentence}</Text> : null;
};

/** What is offered to the reader, found by words and filters. */
export default function CataloguePage() {
  const { filters, change } = useCatalogueFilters();
  const clear = () => change({ q: '', category: '', interaction: '' });
  return (
    <Page title="Catalogue" lede="What you can have, from the teams that run it.">
      <CatalogueFilters filters={filters} onChange={change} />
      <div className={filterStyles.count}>
        <ResultCount filters={filters} />
        {Object.keys(filters).length > 0 && (
          <Button variant="tertiary" size="small" onPress={clear}>
            Clear filters
          </Button>
        )}
      </div>
      <Results filters={filters} onClear={clear} />
    </Page>
  );
}
