import { Button, Text } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { useNames } from '../parts/useNames';
import { useMe } from '../shell/useMe';
import { principalsIn, type NameOfRef } from '../words/refs';
import { useT, useWords, type T } from '../words/useWords';
import { viewsWith, type Change } from './treeDraft';
import { titlesOf, type TitleOf } from './words';
import { ViewDialog } from './ViewDialog';

type View = WholeStructure['views'][number];

function audienceIn(t: T, { see }: View, nameOf: NameOfRef): string {
  const who = principalsIn(t, see.allow, nameOf) || t('views.nobody');
  const others = principalsIn(t, see.deny, nameOf);
  return others ? t('views.allBut', { who, others }) : who;
}

/** What a view lets through, by what people call it. */
function useFilterWords(titleOf: TitleOf, nameOf: NameOfRef): (view: View) => string {
  const { t, interaction } = useWords();
  return ({ filter }) =>
    [
      filter.catalogues.map(name => titleOf('catalogues', name)),
      filter.categories.map(name => titleOf('categories', name)),
      filter.interactions.map(interaction),
      filter.tags,
      [...filter.owners, ...filter.entities].map(nameOf),
      filter.providers,
    ]
      .filter(values => values.length > 0)
      .map(values => values.join(t('views.or')))
      .join(t('views.and')) || t('views.everything');
}

/** Everybody and everything that views name. */
const namedBy = (views: readonly View[]) =>
  views.flatMap(({ filter, see }) => [
    ...filter.owners,
    ...filter.entities,
    ...see.allow,
    ...see.deny,
  ]);

interface ViewsPanelProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
}

/** The views: what each shows, to whom; made, changed and retired by a plan. */
export const ViewsPanel = ({ structure, changes, onChange }: ViewsPanelProps) => {
  const t = useT();
  const mayPlan = useMe().may('managePlan');
  const [asked, setAsked] = useState<{ view?: View }>();
  const views = viewsWith(structure.views, changes);
  const nameOf = useNames(namedBy(views));
  const filterIn = useFilterWords(titlesOf(structure, changes), nameOf);
  return (
    <Panel
      title={t('views.title')}
      note={t('views.note')}
      aside={
        mayPlan && (
          <Button size="small" variant="secondary" onPress={() => setAsked({})}>
            {t('views.new')}
          </Button>
        )
      }
    >
      {views.length === 0 ? (
        <Text color="secondary">{t('views.none')}</Text>
      ) : (
        <DataTable
          caption={t('views.title')}
          rows={views}
          keyOf={({ name }) => name}
          columns={[
            {
              label: t('views.view'),
              cell: ({ title, isChanged }) =>
                isChanged ? t('structure.changed', { title }) : title,
            },
            { label: t('views.shows'), cell: filterIn },
            { label: t('views.to'), cell: view => audienceIn(t, view, nameOf) },
            {
              label: t('views.do'),
              cell: view =>
                mayPlan && (
                  <>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={t('views.changeOf', { title: view.title })}
                      onPress={() => setAsked({ view })}
                    >
                      {t('views.change')}
                    </Button>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={t('views.retireOf', { title: view.title })}
                      onPress={() => onChange({ kind: 'view-retire', target: view.name, body: {} })}
                    >
                      {t('views.retire')}
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      {asked && (
        <ViewDialog
          view={asked.view}
          taken={views.map(({ name }) => name)}
          structure={structure}
          onChange={onChange}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
};
