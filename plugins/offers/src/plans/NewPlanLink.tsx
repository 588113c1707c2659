import { ButtonLink } from '@backstage/ui';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { useStaffLinks } from '../shell/useStaffLinks';

/** The way to a new plan, for those who may make one. */
export const NewPlanLink = () => {
  const t = useT();
  const { newPlan } = useStaffLinks();
  if (!useMe().may('managePlan')) return null;
  return (
    <ButtonLink variant="secondary" href={newPlan}>
      {t('plans.new')}
    </ButtonLink>
  );
};
