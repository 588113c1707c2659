import { Select } from '@backstage/ui';
import { SCENARIOS } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { LiveSearch } from '../parts/LiveSearch';
import filterStyles from '../parts/Filters.module.css';
import { useWords } from '../words/useWords';
import type { PlanFilters } from './usePlanFilters';

/** Stands for no choice in a list that makes one. */
export const ANY = 'any';

interface PlanFilterBarProps extends Pick<PlanFilters, 'scenario' | 'offer' | 'change'> {
  /** what else the page narrows by, between the offer and the scenario */
  children?: ReactNode;
}

/** Narrows the plans of a page by their offer and what they do. */
export const PlanFilterBar = ({ scenario, offer, change, children }: PlanFilterBarProps) => {
  const { t, scenario: scenarioIn } = useWords();
  return (
    <div role="search" aria-label={t('plans.nav')} className={filterStyles.filters}>
      <LiveSearch
        label={t('plans.offer')}
        placeholder={t('plans.offerHint')}
        value={offer}
        onSearch={(value, goesOn) => change('offer', value, goesOn)}
      />
      {children}
      <Select
        label={t('plans.scenario')}
        value={scenario ?? ANY}
        onChange={key => change('scenario', key === ANY ? '' : String(key))}
        options={[
          { id: ANY, label: t('plans.anyScenario') },
          ...SCENARIOS.map(id => ({ id, label: scenarioIn(id) })),
        ]}
      />
    </div>
  );
};
