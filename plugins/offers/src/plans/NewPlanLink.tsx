import { ButtonLink } from '@backstage/ui';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';

/** The way to a new plan, for those who may make one. */
export const NewPlanLink = () => {
  const { newPlan } = useStaffLinks();
  if (!useMe().may('managePlan')) return null;
  return (
    <ButtonLink variant="secondary" href={newPlan}>
      New plan…
    </ButtonLink>
  );
};
