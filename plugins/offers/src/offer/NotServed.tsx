import { Button, ButtonLink, Flex } from '@backstage/ui';
import type { ManagedOfferSummary } from '@offerdesk/backstage-plugin-offers-common';
import { useAsOf } from '../asOf/useAsOf';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { PageProblem } from '../shell/PageProblem';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';

interface NotServedProps {
  name: string;
  error: Error;
}

/** Why an offer that they look after has no page at the instant that is looked at, and the ways to it. */
const Ways = ({ offer }: { offer: ManagedOfferSummary }) => {
  const t = useT();
  const links = useLinks();
  const { at, lookAt } = useAsOf();
  const { id, title, validFrom, plan } = offer;
  const isAhead = validFrom !== undefined && (at ?? new Date().toISOString()) < validFrom;
  return (
    <Empty
      title={t(isAhead ? 'notServed.yet' : 'notServed.never', { title })}
      description={
        isAhead ? t('notServed.from', { when: instantIn(t, validFrom) }) : t('notServed.publish')
      }
      action={
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          {isAhead && (
            <Button variant="primary" onPress={() => lookAt(validFrom)}>
              {t('notServed.seeThen')}
            </Button>
          )}
          {plan && (
            <ButtonLink variant="secondary" href={links.plan(plan.id)}>
              {t('notServed.plan')}
            </ButtonLink>
          )}
          <ButtonLink variant="secondary" href={links.draft(id)}>
            {t('notServed.edit')}
          </ButtonLink>
        </Flex>
      }
    />
  );
};

const LookedAfter = ({ name, error }: NotServedProps) => {
  const t = useT();
  const asked = useCall('listOffers', { query: { q: name, limit: 20 } });
  const offer = asked.data?.items.find(each => each.name === name);
  if (asked.isPending) return <Loading what={t('offer.loading')} />;
  return offer ? <Ways offer={offer} /> : <PageProblem error={error} />;
};

/**
 * What stands where nothing is served: for consumers nothing but that (rule 1); who looks after the offer is told when it is there, and
 * led to where it is written and planned.
 */
export const NotServed = (props: NotServedProps) => {
  const { isStaff, me } = useMe();
  return isStaff || me?.owner ? <LookedAfter {...props} /> : <PageProblem error={props.error} />;
};
