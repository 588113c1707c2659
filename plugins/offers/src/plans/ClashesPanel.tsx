import { Alert, Link } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { PlainList } from '../parts/PlainList';
import { When } from '../parts/When';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';

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
  const t = useT();
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
      title={t('plan.clashes.title')}
      description={
        <PlainList>
          {clashes.map(({ kind, planIds, about, from, until }) => {
            const clash = t('plan.clashes.about', {
              clash: t(`clash.${kind}`),
              about: about.map(each => offers.get(each) ?? each).join(', '),
            });
            const others = planIds.filter(id => id !== plan.id);
            return (
              <li key={`${kind} ${planIds.join(' ')} ${from}`}>
                {kind === 'freeze'
                  ? t('plan.clashes.freeze', {
                      clash,
                      from: <When at={from} />,
                      until: <When at={until} />,
                    })
                  : t('plan.clashes.with', {
                      clash,
                      plan: (
                        <>
                          {others.map((id, index) => (
                            <span key={id}>
                              {index > 0 && ', '}
                              <Link href={links.plan(id)}>{titleOf(id)}</Link>
                            </span>
                          ))}
                        </>
                      ),
                    })}
              </li>
            );
          })}
        </PlainList>
      }
    />
  );
};
