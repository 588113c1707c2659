import { useCall } from '../data/useCall';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';
import { WidgetList, WidgetRoot } from './Widget';

const SHOWN = 5;

const WaitingList = () => {
  const t = useT();
  const links = useLinks();
  const { me, isPending, error, retry } = useMe();
  const isApprover = me?.approver ?? false;
  const submitted = useCall(
    'listPlans',
    { query: { state: 'submitted', limit: 50 } },
    { enabled: isApprover },
  );
  const returned = useCall(
    'listPlans',
    { query: { state: 'changes-requested', limit: 50 } },
    { enabled: me?.can.includes('managePlan') ?? false },
  );
  // Nobody decides on what they planned themselves (rule 4).
  const toDecide = submitted.data?.items.filter(({ createdBy }) => createdBy !== me?.user) ?? [];
  const toMend = returned.data?.items.filter(({ createdBy }) => createdBy === me?.user) ?? [];
  const isLoading = isPending || submitted.isLoading || returned.isLoading;
  const lines = [
    ...toDecide.map(plan => ({
      plan,
      note: t('home.decide', { when: instantIn(t, plan.releaseAt) }),
    })),
    ...toMend.map(plan => ({ plan, note: t('home.mend') })),
  ].slice(0, SHOWN);
  return (
    <WidgetList
      title={t('home.waiting')}
      none={t('home.waitingNone')}
      lines={
        isLoading
          ? undefined
          : lines.map(({ plan: { id, title }, note }) => ({
              id,
              title,
              note,
              href: links.plan(id),
            }))
      }
      error={error ?? submitted.error ?? returned.error}
      onRetry={retry}
      more={{ label: t('home.plans'), href: links.plans }}
    />
  );
};

/** The release plans that wait for the reader: to decide on, or to mend. */
export const WaitingPlans = () => (
  <WidgetRoot>
    <WaitingList />
  </WidgetRoot>
);
