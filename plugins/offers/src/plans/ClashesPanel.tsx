import { Alert, Link } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { PlainList } from '../parts/PlainList';
import { When } from '../parts/When';
import { useLinks } from '../shell/useLinks';
import { clashKinds } from './words';

const DAY = 86_400_000;

/** The time around a release in which another can get in its way. */
function aroundRelease({ releaseAt }: Plan) {
  const at = Date.parse(releaseAt);
  return {
    from: new Date(at - DAY).toISOString(),
    until: new Date(at + DAY).toISOString(),
  };
}

/** What gets in the way of the plan: another one near it, or a time without releases; nothing else. */
export const ClashesPanel = ({ plan }: { plan: Plan }) => {
  const links = useLinks();
  const { data } = useCall('planCalendar', { query: aroundRelease(plan) });
  const clashes = data?.clashes.filter(({ planIds }) => planIds.includes(plan.id)) ?? [];
  if (clashes.length === 0) return null;
  const titleOf = (id: string) => data?.plans.find(other => other.id === id)?.title ?? id;
  const offers = new Map(
    data?.plans.flatMap(each => each.offers.map(({ id, title }) => [id, title])),
  );
  return (
    <Alert
      status="warning"
      icon
      mb="5"
      title="Something gets in its way"
      description={
        <PlainList>
          {clashes.map(({ kind, planIds, about, from, until }) => (
            <li key={`${kind} ${planIds.join(' ')} ${from}`}>
              {`${clashKinds[kind]} (${about.map(each => offers.get(each) ?? each).join(', ')})`}
              {kind === 'freeze' ? (
                <>
                  : <When at={from} /> to <When at={until} />
                </>
              ) : (
                planIds
                  .filter(id => id !== plan.id)
                  .map(id => (
                    <span key={id}>
                      : <Link href={links.plan(id)}>{titleOf(id)}</Link>
                    </span>
                  ))
              )}
            </li>
          ))}
        </PlainList>
      }
    />
  );
};
