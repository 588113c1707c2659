import { Button, Text } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { useMe } from '../shell/useMe';
import { principalsIn } from '../words/refs';
import { useT, type T } from '../words/useWords';
import type { Change } from './treeDraft';
import { ViewDialog } from './ViewDialog';

type View = WholeStructure['views'][number];

function audienceIn(t: T, { see }: View): string {
  const who = principalsIn(t, see.allow) || t('views.nobody');
  const others = principalsIn(t, see.deny);
  return others ? t('views.allBut', { who, others }) : who;
}

function filterIn(t: T, { filter }: View): string {
  return (
    Object.values(filter)
      .filter(values => values.length > 0)
      .map(values => values.join(t('views.or')))
      .join(t('views.and')) || t('views.everything')
  );
}

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
  const gone = new Set(
    changes.filter(({ kind }) => kind === 'view-retire').map(({ target }) => target),
  );
  const views = structure.views.filter(({ name }) => !gone.has(name));
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
            { label: t('views.view'), cell: ({ title }) => title },
            { label: t('views.shows'), cell: view => filterIn(t, view) },
            { label: t('views.to'), cell: view => audienceIn(t, view) },
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
          structure={structure}
          onChange={onChange}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
};
