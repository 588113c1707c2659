import { Button, Link, Select, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { DebouncedSearch } from '../parts/DebouncedSearch';
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
import { DemandBoard, useDemands, type DemandFilter } from './DemandCards';
import { RaiseDemandDialog } from './RaiseDemandDialog';
import { useDemandFilters, type DemandFilters } from './useDemandFilters';
import { demandKinds, demandSources, demandStates, priorities } from './words';

const ANY = 'any';

const List = ({ filter }: { filter: DemandFilter & Pick<DemandFilters, 'state'> }) => {
  const links = useStaffLinks();
  const found = useDemands(filter);
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="demand" rows={5} height={48} />;
  if (found.items.length === 0) {
    return (
      <Empty
        title="There is no demand like that"
        description="Take a filter away, or raise the first one."
      />
    );
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption="Demand"
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            {
              label: 'Demand',
              width: '34%',
              cell: ({ id, title }) => <Link href={links.demand(id)}>{title}</Link>,
            },
            { label: 'State', cell: ({ state }) => <StateBadge {...demandStates[state]} /> },
            {
              label: 'Priority',
              cell: ({ priority }) =>
                priority ? <StateBadge {...priorities[priority]} /> : 'Not weighed',
            },
            { label: 'Asks for', cell: ({ kind }) => demandKinds[kind] },
            { label: 'From', cell: ({ source }) => demandSources[source] },
            { label: 'By', cell: ({ requestedBy }) => <Who entityRef={requestedBy} plain /> },
            { label: 'Changed', cell: ({ updatedAt }) => <When at={updatedAt} /> },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button variant="secondary" onPress={() => found.fetchNextPage()}>
            Show more
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
  options: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

const Choice = ({ label, any, value, options, onChange }: ChoiceProps) => (
  <Select
    label={label}
    value={value ?? ANY}
    onChange={key => onChange(key === ANY ? '' : String(key))}
    options={[
      { id: ANY, label: any },
      ...Object.entries(options).map(([id, words]) => ({ id, label: words })),
    ]}
  />
);

const stateLabels = Object.fromEntries(
  Object.entries(demandStates).map(([id, { label }]) => [id, label]),
);

const Filters = (filters: DemandFilters) => {
  const { state, kind, source, product, view, change } = filters;
  return (
    <>
      <div role="search" aria-label="Demand" className={filterStyles.filters}>
        <DebouncedSearch
          label="Product"
          placeholder="component:default/payments"
          value={product}
          onSearch={value => change('product', value.toLowerCase())}
        />
        {view === 'list' && (
          <Choice
            label="State"
            any="Any state"
            value={state}
            options={stateLabels}
            onChange={value => change('state', value)}
          />
        )}
        <Choice
          label="Asks for"
          any="Anything"
          value={kind}
          options={demandKinds}
          onChange={value => change('kind', value)}
        />
        <Choice
          label="From"
          any="Anywhere"
          value={source}
          options={demandSources}
          onChange={value => change('source', value)}
        />
      </div>
      <div className={filterStyles.count}>
        <ToggleButtonGroup
          aria-label="Look"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={keys => change('view', [...keys][0] === 'list' ? 'list' : '')}
        >
          <ToggleButton id="board">Board</ToggleButton>
          <ToggleButton id="list">List</ToggleButton>
        </ToggleButtonGroup>
        {view === 'board' && (
          <Text color="secondary" variant="body-small">
            What is done, declined or merged is in the list.
          </Text>
        )}
      </div>
    </>
  );
};

/** What is wished for: weighed, merged, declined, or turned into a plan. */
export default function DemandsPage() {
  const filters = useDemandFilters();
  const [isRaising, setRaising] = useState(false);
  const { kind, source, product, state, view } = filters;
  const filter = { kind, source, product };
  return (
    <>
      <SectionNav of="demand" label="Demand" />
      <Page
        title="Demand"
        lede="What should be offered, changed or ended, from product releases, product managers and consumers."
        actions={
          <Button variant="secondary" onPress={() => setRaising(true)}>
            Raise demand…
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
