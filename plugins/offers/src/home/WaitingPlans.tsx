import { useCall } from '../data/useCall';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { instantIn } from '../words/dates';
import { shortRef } from '../words/refs';
import { useT } from '../words/useWords';
import { WidgetList, WidgetRoot } from './Widget';

const SHOWN = 5;

const WaitingList = () => {
  const t = useT();
  const links = useLinks();
  const { me, isPending, error, retry, seesPlans } = useMe();
  const isApprover = me?.approver ?? false;
  // The rule of decisions itself says what waits: neither their own plans (rule 4) nor what they have decided on.
  const waiting = useCall('waitingPlans', { query: { limit: SHOWN } }, { enabled: isApprover });
  const returned = useCall(
    'listPlans',
    { query: { state: 'changes-requested', requestedBy: 'me', limit: SHOWN } },
    { enabled: me?.can.includes('managePlan') ?? false },
  );
  const isLoading = isPending || waiting.isLoading || returned.isLoading;
  const lines = [
    ...(waiting.data?.items ?? []).map(
      ({ id, title, requestedBy, requestedByName, releaseAt }) => ({
        id,
        title,
        note: t('home.decide', {
          who: requestedByName ?? shortRef(requestedBy),
          when: instantIn(t, releaseAt),
        }),
      }),
    ),
    ...(returned.data?.items ?? []).map(({ id, title }) => ({ id, title, note: t('home.mend') })),
  ].slice(0, SHOWN);
  const again = () => {
    if (error) retry();
    if (waiting.error) waiting.refetch();
    if (returned.error) returned.refetch();
  };
  return (
    <WidgetList
      title={t('home.waiting')}
      none={t('home.waitingNone')}
      lines={isLoading ? undefined : lines.map(line => ({ ...line, href: links.plan(line.id) }))}
      error={error ?? waiting.error ?? returned.error}
      onRetry={again}
      {...(seesPlans ? { more: { label: t('home.plans'), href: links.plans } } : {})}
    />
  );
};

/** The release plans that wait for the reader: to decide on, or to mend. */
export const WaitingPlans = () => (
  <WidgetRoot>
    <WaitingList />
  </WidgetRoot>
);
