import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIntent } from '../data/useIntent';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { ActionDialog } from '../parts/ActionDialog';
import { Remedies } from '../parts/Remedies';
import { useLinks } from '../shell/useLinks';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { useT } from '../words/useWords';
import type { Change } from './treeDraft';

/** Makes a plan of the changes: nothing of the structure changes but by one. */
export const StructurePlanDialog = ({
  changes,
  onClose,
}: {
  changes: readonly Change[];
  onClose: () => void;
}) => {
  const t = useT();
  const navigate = useNavigate();
  const links = useLinks();
  const zone = readersZone();
  const [title, setTitle] = useState('');
  const [release, setRelease] = useState({ local: tomorrowAtNine(new Date(), zone), zone });
  const { run, isPending, error } = useIntent('createPlan', {
    done: plan => t('structure.planMade', { title: plan.title }),
    onDone: ({ id }) => navigate(links.plan(id)),
  });
  return (
    <ActionDialog
      title={t('structure.planTitle')}
      confirm={t('structure.planConfirm')}
      onConfirm={() =>
        run(idempotencyKey => ({
          body: { scenario: 'change', title: title.trim(), changes: [...changes], release },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!title.trim()}
      error={error}
    >
      <TextField
        label={t('structure.planName')}
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <ReleaseTimeFields value={release} onChange={setRelease} />
      <Remedies error={error} />
    </ActionDialog>
  );
};
