import { Button, Text } from '@backstage/ui';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { useMe } from '../shell/useMe';
import { principalWords } from '../words/refs';
import type { Change } from './treeDraft';
import { ViewDialog } from './ViewDialog';

type View = WholeStructure['views'][number];

function audienceWords({ see }: View): string {
  const allowed = see.allow.map(principalWords).join(', ') || 'Nobody';
  return see.deny.length > 0
    ? `${allowed}; not ${see.deny.map(principalWords).join(', ')}`
    : allowed;
}

function filterWords({ filter }: View): string {
  return (
    Object.values(filter)
      .filter(values => values.length > 0)
      .map(values => values.join(' or '))
      .join(', and ') || 'Everything'
  );
}

interface ViewsPanelProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
}

/** The views: what each shows, to whom; made, changed and retired by a plan. */
export const ViewsPanel = ({ structure, changes, onChange }: ViewsPanelProps) => {
  const mayPlan = useMe().may('managePlan');
  const [asked, setAsked] = useState<{ view?: View }>();
  const gone = new Set(
    changes.filter(({ kind }) => kind === 'view-retire').map(({ target }) => target),
  );
  const views = structure.views.filter(({ name }) => !gone.has(name));
  return (
    <Panel
      title="Views"
      note="A view narrows the catalogue; what is in it still shows only to those who may see it."
      aside={
        mayPlan && (
          <Button size="small" variant="secondary" onPress={() => setAsked({})}>
            New view…
          </Button>
        )
      }
    >
      {views.length === 0 ? (
        <Text color="secondary">There are no views yet.</Text>
      ) : (
        <DataTable
          caption="Views"
          rows={views}
          keyOf={({ name }) => name}
          columns={[
            { label: 'View', cell: ({ title }) => title },
            { label: 'Shows', cell: filterWords },
            { label: 'To', cell: audienceWords },
            {
              label: 'Do',
              cell: view =>
                mayPlan && (
                  <>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={`Change ${view.title}`}
                      onPress={() => setAsked({ view })}
                    >
                      Change…
                    </Button>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={`Retire ${view.title}`}
                      onPress={() => onChange({ kind: 'view-retire', target: view.name, body: {} })}
                    >
                      Retire
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
