import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { CATALOGUE_SORTS, type CatalogueSort } from '@offerdesk/backstage-plugin-offers-common';
import { RiLayoutGridLine, RiStarLine, RiTableLine } from '@remixicon/react';
import { memo, useCallback } from 'react';
import { LiveSearch } from '../parts/LiveSearch';
import { useT } from '../words/useWords';
import styles from './CataloguePage.module.css';
import type { AddressControls } from './useCatalogueAddress';

type Change = Pick<AddressControls, 'change'>;

interface SortChoiceProps extends Change {
  sort: CatalogueSort;
  /** whether something is searched for, which offers can be relevant to */
  isSearch: boolean;
  /** the currency that prices would be compared in, where none is chosen yet */
  missingCurrency: string | undefined;
}

const SortChoice = memo(({ sort, isSearch, missingCurrency, change }: SortChoiceProps) => {
  const t = useT();
  const sorts = CATALOGUE_SORTS.filter(id => id !== 'relevance' || isSearch);
  return (
    <div className={styles.sort}>
      <Select
        label={t('catalogue.sort')}
        value={sort}
        onChange={key =>
          change({
            sort: String(key),
            ...(key === 'price' && missingCurrency ? { currency: missingCurrency } : {}),
          })
        }
        options={sorts.map(id => ({ id, label: t(`sort.${id}`) }))}
      />
    </div>
  );
});

const LayoutChoice = memo(({ layout, show }: Pick<AddressControls, 'layout' | 'show'>) => {
  const t = useT();
  return (
    <ToggleButtonGroup
      aria-label={t('catalogue.view')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[layout]}
      onSelectionChange={keys => {
        const next = keys.has('table') ? 'table' : 'cards';
        if (next !== layout) show({ layout: next === 'table' ? next : '' });
      }}
    >
      <ToggleButton id="cards" iconStart={<RiLayoutGridLine />}>
        {t('catalogue.cards')}
      </ToggleButton>
      <ToggleButton id="table" iconStart={<RiTableLine />}>
        {t('catalogue.table')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
});

const StarredChoice = memo(({ starred, change }: Pick<AddressControls, 'starred'> & Change) => (
  <ToggleButton
    iconStart={<RiStarLine />}
    isSelected={starred}
    onChange={isOn => change({ starred: isOn ? 'true' : '' })}
  >
    {useT()('catalogue.starred')}
  </ToggleButton>
));

interface ToolbarProps {
  address: AddressControls;
  /** the currency that prices are compared in unless the reader chose one */
  currency: string;
  /** the order where the reader chose none and searches for nothing */
  usual: CatalogueSort;
}

/** Search, order, and how the catalogue is shown; each drawn again when it is another. */
export const Toolbar = ({ address, currency, usual }: ToolbarProps) => {
  const t = useT();
  const { filters, layout, starred, change, show } = address;
  const isSearch = filters.q !== undefined;
  return (
    <div className={styles.toolbar}>
      <div role="search" aria-label={t('catalogue.list')} className={styles.search}>
        <LiveSearch
          label={t('catalogue.search')}
          placeholder={t('catalogue.searchHint')}
          value={filters.q ?? ''}
          onSearch={useCallback((q, goesOn) => change({ q, starred: '' }, goesOn), [change])}
        />
      </div>
      <SortChoice
        sort={address.sort ?? (isSearch ? 'relevance' : usual)}
        isSearch={isSearch}
        missingCurrency={filters.currency ? undefined : currency}
        change={change}
      />
      <LayoutChoice layout={layout} show={show} />
      <StarredChoice starred={starred} change={change} />
    </div>
  );
};
