import { TextField } from '@backstage/ui';
import type { LocalTime } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../shell/useLinks';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { useT } from '../words/useWords';
import { ReleaseTimeFields } from './ReleaseTimeFields';

/** What is said of a plan before it is made. */
export interface NewPlan {
  title: string;
  release: LocalTime;
}

/** A plan to be: tomorrow at nine where the reader is, unless they say otherwise. */
export function useNewPlan(title = '') {
  const zone = readersZone();
  const [plan, change] = useState<NewPlan>({
    title,
    release: { local: tomorrowAtNine(new Date(), zone), zone },
  });
  return { plan: { ...plan, title: plan.title.trim() }, fields: { plan, change } };
}

interface NewPlanFieldsProps {
  plan: NewPlan;
  change: (plan: NewPlan) => void;
  /** says what becomes of it without a title; a title is required where it says nothing */
  untitled?: string;
}

/** What a new plan is called, and when it is released. */
export const NewPlanFields = ({ plan, change, untitled }: NewPlanFieldsProps) => {
  const t = useT();
  return (
    <>
      <TextField
        label={t('structure.planName')}
        {...(untitled === undefined
          ? { isRequired: true, secondaryLabel: t('form.required') }
          : { description: untitled })}
        maxLength={120}
        value={plan.title}
        onChange={title => change({ ...plan, title })}
      />
      <ReleaseTimeFields value={plan.release} onChange={release => change({ ...plan, release })} />
    </>
  );
};

/** Gives the way to the page of a plan that was just made or changed. */
export function useGoToPlan(): (plan: { id: string }) => void {
  const navigate = useNavigate();
  const links = useLinks();
  return ({ id }) => navigate(links.plan(id));
}
