import { Button, Link, Select, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  DEMAND_KINDS,
  DEMAND_SOURCES,
  DEMAND_STATES,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { LiveSearch } from '../parts/LiveSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT } from '../words/useWords';
import { DemandBoard, useDemands, type DemandFilter } from './DemandCards';
import { RaiseDemandDialog } from './RaiseDemandDialog';
import { useDemandFilters, type DemandFilters } from './useDemandFilters';
import { demandStateIn, priorityIn } from './words';

const ANY = 'any';

const List = ({ filter }: { filter: DemandFilter & Pick<DemandFilters, 'state'> }) => {
  const t = useT();
  const links = useStaffLinks();
  const found = useDemands(filter);
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('demand.loading')} rows={5} height={48} />;
  if (found.items.length === 0) {
    return <Empty title={t('demand.none')} description={t('demand.noneDo')} />;
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption={t('demand.title')}
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('demand.title'),
              width: '34%',
              cell: ({ id, title }) => <Link href={links.demand(id)}>{title}</Link>,
            },
            {
              label: t('demand.state'),
              cell: ({ state }) => <StateBadge {...demandStateIn(t, state)} />,
            },
            {
              label: t('demand.priority'),
              cell: ({ priority }) =>
                priority ? <StateBadge {...priorityIn(t, priority)} /> : t('demand.notWeighed'),
            },
            { label: t('demand.kind'), cell: ({ kind }) => t(`demandKind.${kind}`) },
            { label: t('demand.source'), cell: ({ source }) => t(`demandSource.${source}`) },
            {
              label: t('demand.by'),
              cell: ({ requestedBy }) => <Who entityRef={requestedBy} plain />,
            },
            { label: t('demand.changed'), cell: ({ updatedAt }) => <When at={updatedAt} /> },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button variant="secondary" onPress={() => found.fetchNextPage()}>
            {t('demand.more')}
          </Button>
        </div>
      )}
    </>
  );
};

interface ChoiceProps {
  label: string;
  any: string;
  value: string | undefined;
  options: { id: string; label: string }[];
  onChange: (value: string) => void;
}

const Choice = ({ label, any, value, options, onChange }: ChoiceProps) => (
  <Select
    label={label}
    value={value ?? ANY}
    onChange={key => onChange(key === ANY ? '' : String(key))}
    options={[{ id: ANY, label: any }, ...options]}
  />
);

const Filters = (filters: DemandFilters) => {
  const t = useT();
  const { state, kind, source, product, view, change } = filters;
  return (
    <>
      <div role="search" aria-label={t('demand.title')} className={filterStyles.filters}>
        <LiveSearch
          label={t('demand.product')}
          placeholder="component:default/payments"
          value={product}
          onSearch={(value, goesOn) => change('product', value.toLowerCase(), goesOn)}
        />
        {view === 'list' && (
          <Choice
            label={t('demand.state')}
            any={t('demand.anyState')}
            value={state}
            options={DEMAND_STATES.map(id => ({ id, label: t(`demandState.${id}`) }))}
            onChange={value => change('state', value)}
          />
        )}
        <Choice
          label={t('demand.kind')}
          any={t('demand.anyKind')}
          value={kind}
          options={DEMAND_KINDS.map(id => ({ id, label: t(`demandKind.${id}`) }))}
          onChange={value => change('kind', value)}
        />
        <Choice
          label={t('demand.source')}
          any={t('demand.anySource')}
          value={source}
          options={DEMAND_SOURCES.map(id => ({ id, label: t(`demandSource.${id}`) }))}
          onChange={value => change('source', value)}
        />
      </div>
      <div className={filterStyles.count}>
        <ToggleButtonGroup
          aria-label={t('demand.look')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={keys => change('view', [...keys][0] === 'list' ? 'list' : '')}
        >
          <ToggleButton id="board">{t('demand.board')}</ToggleButton>
          <ToggleButton id="list">{t('demand.list')}</ToggleButton>
        </ToggleButtonGroup>
        {view === 'board' && (
          <Text color="secondary" variant="body-small">
            {t('demand.boardNote')}
          </Text>
        )}
      </div>
    </>
  );
};

/** What is wished for: weighed, merged, declined, or turned into a plan. */
export default function DemandsPage() {
  const t = useT();
  const filters = useDemandFilters();
  const [isRaising, setRaising] = useState(false);
  const { kind, source, product, state, view } = filters;
  const filter = { kind, source, product };
  return (
    <>
      <SectionNav of="demand" label={t('demand.title')} />
      <Page
        title={t('demand.title')}
        lede={t('demand.lede')}
        actions={
          <Button variant="secondary" onPress={() => setRaising(true)}>
            {t('raise.open')}
          </Button>
        }
      >
        <Filters {...filters} />
        {view === 'board' ? (
          <DemandBoard filter={filter} />
        ) : (
          <List filter={{ ...filter, state }} />
        )}
        {isRaising && <RaiseDemandDialog onClose={() => setRaising(false)} />}
      </Page>
    </>
  );
}
