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
import { principalsIn } from '../words/refs';
import { useT, useWords, type T } from '../words/useWords';
import { nameFrom, NO_FILTER, type Change } from './treeDraft';

type View = WholeStructure['views'][number];
type Filter = View['filter'];

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

const FilterFields = ({ filter, structure, change }: FilterFieldsProps) => {
  const { t, interaction: interactionIn } = useWords();
  return (
    <>
      {structure.categories.length > 0 && (
        <CheckboxGroup
          label={t('view.categories')}
          description={t('view.categoriesNote')}
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
        label={t('view.gets')}
        value={filter.interactions}
        onChange={keys =>
          change({ interactions: INTERACTIONS.filter(each => keys.includes(each)) })
        }
      >
        {INTERACTIONS.map(interaction => (
          <Checkbox key={interaction} value={interaction}>
            {interactionIn(interaction)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <TextField
        label={t('view.tags')}
        description={t('view.tagsNote')}
        defaultValue={filter.tags.join(', ')}
        onChange={text => change({ tags: words(text) })}
      />
      <RefList
        label={t('view.owners')}
        kinds={['group']}
        value={filter.owners}
        onChange={owners => change({ owners })}
      />
      <RefList
        label={t('view.entities')}
        kinds={['component', 'system', 'resource', 'api']}
        value={filter.entities}
        onChange={entities => change({ entities })}
      />
    </>
  );
};

function knownIn(t: T, allow: readonly string[], deny: readonly string[]): string {
  if (allow.length === 0) return t('view.knownToNobody');
  const [who, others] = [principalsIn(t, allow), principalsIn(t, deny)];
  return others ? t('view.knownToBut', { who, others }) : t('view.knownTo', { who });
}

/** What those who know of the view would find in it: the offers that are in its categories, for the person asking. */
const Preview = ({ filter, allow, deny }: { filter: Filter; allow: string[]; deny: string[] }) => {
  const t = useT();
  const { data } = useCall('categoryTree', { query: {} });
  const top = new Set(
    data?.items.filter(({ parent }) => parent === undefined).map(({ name }) => name),
  );
  const meant = filter.categories.length > 0 ? new Set(filter.categories) : top;
  const shown = data?.items.filter(({ name }) => meant.has(name)) ?? [];
  return (
    <div role="status">
      <Text as="p">{knownIn(t, allow, deny)}</Text>
      <Text as="p" color="secondary">
        {shown.length > 0
          ? t('view.holds', {
              what: shown.map(({ title, count }) => `${title} ${count}`).join(', '),
            })
          : t('view.holdsNothing')}
      </Text>
    </div>
  );
};

interface ViewDialogProps {
  view: View | undefined;
  /** names of the views that there are, or would be */
  taken: readonly string[];
  structure: WholeStructure;
  onChange: (change: Change) => void;
  onClose: () => void;
}

/** Makes a view or changes one: what it shows, in which order, and who knows of it. */
export const ViewDialog = ({ view, taken, structure, onChange, onClose }: ViewDialogProps) => {
  const t = useT();
  const [title, setTitle] = useState(view?.title ?? '');
  const [filter, setFilter] = useState<Filter>(view?.filter ?? NO_FILTER);
  const [sort, setSort] = useState<View['sort']>(view?.sort ?? 'title');
  const [allow, setAllow] = useState<string[]>(view?.see.allow ?? ['everyone']);
  const [deny, setDeny] = useState<string[]>(view?.see.deny ?? []);
  const name = view?.name ?? nameFrom(title);
  const isTaken = !view && taken.includes(name);
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
      title={view ? t('views.changeOf', { title: view.title }) : t('view.new')}
      confirm={view ? t('view.change') : t('view.add')}
      onConfirm={keep}
      onClose={onClose}
      isPending={false}
      isDisabled={!title.trim() || !name || isTaken || allow.length === 0}
      width="min(42rem, 92vw)"
    >
      <TextField
        label={t('view.name')}
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
        validationBehavior="aria"
        validate={() => (isTaken ? t('view.taken') : null)}
      />
      <FilterFields
        filter={filter}
        structure={structure}
        change={part => setFilter(before => ({ ...before, ...part }))}
      />
      <Select
        label={t('view.sort')}
        value={sort}
        onChange={key => {
          const chosen = oneOf(VIEW_SORTS, key);
          if (chosen) setSort(chosen);
        }}
        options={VIEW_SORTS.map(id => ({ id, label: t(`view.sort.${id}`) }))}
      />
      <RefList
        label={t('view.knows')}
        description={t('view.knowsNote')}
        kinds={['group', 'user']}
        value={allow}
        onChange={setAllow}
      />
      <RefList
        label={t('view.knowsNot')}
        kinds={['group', 'user']}
        value={deny}
        onChange={setDeny}
      />
      <Preview filter={filter} allow={allow} deny={deny} />
    </ActionDialog>
  );
};
