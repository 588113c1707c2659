import { Button, Text } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { useToast } from '../parts/useToast';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';

type Brought = Plan['changes'][number];

/** What a change is called: as its lines are labelled, which know the titles of offers. */
function titleOf({ structure }: Plan, { kind, target }: Brought): string | undefined {
  const label = structure.find(({ field }) => field.startsWith(`${kind} ${target} `))?.label;
  return label?.replace(/: [^:]*$/, '');
}

interface TakeOutProps {
  plan: Plan;
  change: Brought;
  what: string;
  onClose: () => void;
}

/** Asks, then takes a change out of the plan; what it would have changed stays as it is. */
const TakeOutDialog = ({ plan, change, what, onClose }: TakeOutProps) => {
  const t = useT();
  const toast = useToast();
  const { mutate, isPending, error } = useAct('patchPlan');
  const { id, revision, changes, offers, ends, approval } = plan;
  const isLast = changes.length === 1 && offers.length === 0 && ends.length === 0;
  const takeOut = () =>
    mutate(
      { params: { id }, revision, body: { changes: changes.filter(each => each !== change) } },
      {
        onSuccess: () => {
          toast(t('offerMove.takenOut', { what }));
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t('offerMove.takeOutAsk', { what })}
      confirm={t('offerMove.takeOutConfirm')}
      onConfirm={takeOut}
      onClose={onClose}
      isPending={isPending}
      isDisabled={isLast}
      error={error}
    >
      <Text as="p">{t(isLast ? 'offerMove.takeOutLast' : 'offerMove.takeOutEffect')}</Text>
      {!isLast && approval.given > 0 && <Text as="p">{t('offerMove.takeOutVoids')}</Text>}
    </ActionDialog>
  );
};

/** The changes of the structure that a plan brings, each of which can be taken out while the plan can be changed. */
export const BroughtChanges = ({ plan }: { plan: Plan }) => {
  const t = useT();
  const [asked, setAsked] = useState<{ change: Brought; what: string }>();
  if (!plan.can.edit || plan.changes.length === 0) return null;
  const rows = plan.changes.map((change, index) => {
    const told = titleOf(plan, change);
    const what = told
      ? toldIn(t, told)
      : `${t(`structureChange.${change.kind}`)}: ${change.target}`;
    return { change, what, key: `${index} ${change.target}` };
  });
  return (
    <>
      <DataTable
        caption={t('offerMove.brought')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { label: t('structure.change'), cell: ({ what }) => what },
          {
            label: t('views.do'),
            cell: row => (
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('offerMove.takeOutOf', { what: row.what })}
                onPress={() => setAsked(row)}
              >
                {t('offerMove.takeOut')}
              </Button>
            ),
          },
        ]}
      />
      {asked && <TakeOutDialog plan={plan} {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};
