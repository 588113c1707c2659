import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { CATALOGUE_SORTS, type CatalogueSort } from '@offerdesk/backstage-plugin-offers-common';
import { RiLayoutGridLine, RiStarLine, RiTableLine } from '@remixicon/react';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import { useT } from '../words/useWords';
import styles from './CataloguePage.module.css';
import type { AddressControls } from './useCatalogueAddress';

interface ToolbarProps {
  address: AddressControls;
  /** the currency that prices are compared in unless the reader chose one */
  currency: string;
  /** the order where the reader chose none and searches for nothing */
  usual: CatalogueSort;
}

/** Search, order, and how the catalogue is shown. */
export const Toolbar = ({ address, currency, usual }: ToolbarProps) => {
  const t = useT();
  const { filters, layout, starred } = address;
  const isSearch = filters.q !== undefined;
  const sorts = CATALOGUE_SORTS.filter(sort => sort !== 'relevance' || isSearch);
  return (
    <div className={styles.toolbar}>
      <div role="search" aria-label={t('catalogue.list')} className={styles.search}>
        <DebouncedSearch
          label={t('catalogue.search')}
          placeholder={t('catalogue.searchHint')}
          value={filters.q ?? ''}
          onSearch={q => address.change({ q, starred: '' })}
        />
      </div>
      <div className={styles.sort}>
        <Select
          label={t('catalogue.sort')}
          value={address.sort ?? (isSearch ? 'relevance' : usual)}
          onChange={key =>
            address.change({
              sort: String(key),
              ...(key === 'price' && !filters.currency ? { currency } : {}),
            })
          }
          options={sorts.map(id => ({ id, label: t(`sort.${id}`) }))}
        />
      </div>
      <ToggleButtonGroup
        aria-label={t('catalogue.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[layout]}
        onSelectionChange={keys => {
          const next = keys.has('table') ? 'table' : 'cards';
          // Pages of another size begin elsewhere.
          if (next !== layout) address.change({ layout: next === 'table' ? next : '' });
        }}
      >
        <ToggleButton id="cards" iconStart={<RiLayoutGridLine />}>
          {t('catalogue.cards')}
        </ToggleButton>
        <ToggleButton id="table" iconStart={<RiTableLine />}>
          {t('catalogue.table')}
        </ToggleButton>
      </ToggleButtonGroup>
      <ToggleButton
        iconStart={<RiStarLine />}
        isSelected={starred}
        onChange={isOn => address.change({ starred: isOn ? 'true' : '' })}
      >
        {t('catalogue.starred')}
      </ToggleButton>
    </div>
  );
};
