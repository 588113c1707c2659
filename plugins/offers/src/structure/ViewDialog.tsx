import { Checkbox, CheckboxGroup, Select, Text, TextField } from '@backstage/ui';
import {
  INTERACTIONS,
  oneOf,
  VIEW_SORTS,
  type WholeStructure,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { principalWords } from '../words/refs';
import { interactions } from '../words/states';
import { nameFrom, type Change } from './treeDraft';

type View = WholeStructure['views'][number];
type Filter = View['filter'];

const sorts: Readonly<Record<View['sort'], string>> = {
  title: 'By title',
  new: 'New ones first',
  'lead-time': 'Soonest delivered first',
};

const NO_FILTER: Filter = {
  catalogues: [],
  categories: [],
  interactions: [],
  tags: [],
  owners: [],
  providers: [],
  entities: [],
};

const words = (text: string) =>
  text
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);

interface FilterFieldsProps {
  filter: Filter;
  structure: WholeStructure;
  change: (part: Partial<Filter>) => void;
}

const FilterFields = ({ filter, structure, change }: FilterFieldsProps) => (
  <>
    {structure.categories.length > 0 && (
      <CheckboxGroup
        label="Categories"
        description="Each with those below it; none chosen: all of them."
        value={filter.categories}
        onChange={categories => change({ categories })}
      >
        {structure.categories.map(({ name, title }) => (
          <Checkbox key={name} value={name}>
            {title}
          </Checkbox>
        ))}
      </CheckboxGroup>
    )}
    <CheckboxGroup
      label="What a consumer gets"
      orientation="horizontal"
      value={filter.interactions}
      onChange={keys => change({ interactions: INTERACTIONS.filter(each => keys.includes(each)) })}
    >
      {INTERACTIONS.map(interaction => (
        <Checkbox key={interaction} value={interaction}>
          {interactions[interaction]}
        </Checkbox>
      ))}
    </CheckboxGroup>
    <TextField
      label="Tags"
      description="With commas between them."
      defaultValue={filter.tags.join(', ')}
      onChange={text => change({ tags: words(text) })}
    />
    <RefList
      label="Owners"
      kinds={['group']}
      value={filter.owners}
      onChange={owners => change({ owners })}
    />
    <RefList
      label="Linked entities"
      kinds={['component', 'system', 'resource', 'api']}
      value={filter.entities}
      onChange={entities => change({ entities })}
    />
  </>
);

/** What those who know of the view would find in it: the offers that are in its categories, for the person asking. */
const Preview = ({ filter, allow, deny }: { filter: Filter; allow: string[]; deny: string[] }) => {
  const { data } = useCall('categoryTree', { query: {} });
  const top = new Set(
    data?.items.filter(({ parent }) => parent === undefined).map(({ name }) => name),
  );
  const meant = filter.categories.length > 0 ? new Set(filter.categories) : top;
  const shown = data?.items.filter(({ name }) => meant.has(name)) ?? [];
  return (
    <div role="status">
      <Text as="p">
        {`Known to: ${allow.map(principalWords).join(', ') || 'nobody'}${
          deny.length > 0 ? `; not to ${deny.map(principalWords).join(', ')}` : ''
        }. Of its offers, each sees those that are open to them.`}
      </Text>
      <Text as="p" color="secondary">
        {shown.length > 0
          ? `For you its categories hold: ${shown.map(({ title, count }) => `${title} ${count}`).join(', ')}.`
          : 'For you its categories hold nothing.'}
      </Text>
    </div>
  );
};

interface ViewDialogProps {
  view: View | undefined;
  structure: WholeStructure;
  onChange: (change: Change) => void;
  onClose: () => void;
}

/** Makes a view or changes one: what it shows, in which order, and who knows of it. */
export const ViewDialog = ({ view, structure, onChange, onClose }: ViewDialogProps) => {
  const [title, setTitle] = useState(view?.title ?? '');
  const [filter, setFilter] = useState<Filter>(view?.filter ?? NO_FILTER);
  const [sort, setSort] = useState<View['sort']>(view?.sort ?? 'title');
  const [allow, setAllow] = useState<string[]>(view?.see.allow ?? ['everyone']);
  const [deny, setDeny] = useState<string[]>(view?.see.deny ?? []);
  const name = view?.name ?? nameFrom(title);
  const isTaken = !view && structure.views.some(other => other.name === name);
  const keep = () => {
    onChange({
      kind: view ? 'view-change' : 'view-create',
      target: name,
      body: { title: title.trim(), filter, sort, see: { allow, deny } },
    });
    onClose();
  };
  return (
    <ActionDialog
      title={view ? `Change ${view.title}` : 'A new view'}
      confirm={view ? 'Change it by a plan' : 'Add it by a plan'}
      onConfirm={keep}
      onClose={onClose}
      isPending={false}
      isDisabled={!title.trim() || !name || isTaken || allow.length === 0}
      width="min(42rem, 92vw)"
    >
      <TextField
        label="Title"
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
        validationBehavior="aria"
        validate={() => (isTaken ? 'There is a view of this name' : null)}
      />
      <FilterFields
        filter={filter}
        structure={structure}
        change={part => setFilter(before => ({ ...before, ...part }))}
      />
      <Select
        label="Order"
        value={sort}
        onChange={key => {
          const chosen = oneOf(VIEW_SORTS, key);
          if (chosen) setSort(chosen);
        }}
        options={Object.entries(sorts).map(([id, label]) => ({ id, label }))}
      />
      <RefList
        label="Who knows of it"
        description="Groups, users, or everyone."
        kinds={['group', 'user']}
        value={allow}
        onChange={setAllow}
      />
      <RefList label="Who does not" kinds={['group', 'user']} value={deny} onChange={setDeny} />
      <Preview filter={filter} allow={allow} deny={deny} />
    </ActionDialog>
  );
};
