import { Button } from '@backstage/ui';
import type { CatalogueFilters } from '@offerdesk/backstage-plugin-offers-common';
import { RiCloseLine } from '@remixicon/react';
import { shortRef } from '../words/refs';
import { useWords, type Words } from '../words/useWords';
import { filterNames, type FilterName } from './address';
import styles from './CataloguePage.module.css';
import type { Changes } from './useCatalogueAddress';

type TitleOf = (category: string | undefined) => string | undefined;

/** What a chosen filter is called on its chip; nothing for those that stand elsewhere. */
function nameOf(
  name: FilterName,
  filters: CatalogueFilters,
  { t, state, interaction, days }: Words,
  titleOf: TitleOf,
): string | undefined {
  const { currency = '' } = filters;
  switch (name) {
    case 'q':
      return filters.q && t('words.quoted', { words: filters.q });
    case 'category':
      return titleOf(filters.category);
    case 'interaction':
      return filters.interaction && interaction(filters.interaction);
    case 'state':
      return filters.state && state(filters.state).label;
    case 'leadTimeMax':
      return filters.leadTimeMax === undefined
        ? undefined
        : t('facet.within', { days: days(filters.leadTimeMax) });
    case 'priceMin':
      return filters.priceMin && `${t('facet.priceMin')} ${filters.priceMin} ${currency}`;
    case 'priceMax':
      return filters.priceMax && `${t('facet.priceMax')} ${filters.priceMax} ${currency}`;
    case 'provider':
    case 'owner':
    case 'entity':
      return filters[name] && shortRef(filters[name]);
    default:
      return undefined;
  }
}

interface ChosenFiltersProps {
  filters: CatalogueFilters;
  titleOf: TitleOf;
  onChange: (changes: Changes) => void;
  onClear: () => void;
}

/** The filters that are chosen, each with a way to take it away. */
export const ChosenFilters = ({ filters, titleOf, onChange, onClear }: ChosenFiltersProps) => {
  const words = useWords();
  const { t } = words;
  const chosen = filterNames.flatMap(name => {
    const label = nameOf(name, filters, words, titleOf);
    return label ? [{ name, label }] : [];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t('catalogue.chosen')}>
      {chosen.map(({ name, label }) => (
        <li key={name}>
          <Button
            variant="secondary"
            size="small"
            iconEnd={<RiCloseLine />}
            aria-label={t('catalogue.without', { filter: label })}
            onPress={() => onChange({ [name]: '' })}
          >
            {label}
          </Button>
        </li>
      ))}
      <li>
        <Button variant="tertiary" size="small" onPress={onClear}>
          {t('catalogue.clear')}
        </Button>
      </li>
    </ul>
  );
};
