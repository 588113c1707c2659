import { Link } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { Who, WhoList } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { readersZone } from '../words/dates';
import { scenarios } from './words';

/** Release date in the reader's zone, and in the plan's own where that is another. */
const ReleaseDate = ({ plan }: { plan: Plan }) => (
  <>
    <When at={plan.releaseAt} />
    {plan.releaseZone !== readersZone() && (
      <>
        {' '}
        (<When at={plan.releaseAt} zone={plan.releaseZone} />, {plan.releaseZone})
      </>
    )}
  </>
);

const OfferLinks = ({ offers }: { offers: Plan['offers'] }) => {
  const links = useLinks();
  return (
    <>
      {offers.map(offer => (
        <div key={offer.id}>
          <Link href={links.draft(offer.id)}>{offer.title}</Link>
        </div>
      ))}
    </>
  );
};

const several = (one: string, count: number) => (count === 1 ? one : `${one}s`);

/** What the plan is, who is behind it and when it is released. */
export const PlanFactsPanel = ({ plan }: { plan: Plan }) => {
  const { offers, ends, implementers } = plan;
  return (
    <Panel title="The plan">
      <Facts
        facts={[
          ['Scenario', scenarios[plan.scenario]],
          [several('Offer', offers.length), offers.length > 0 && <OfferLinks offers={offers} />],
          ['Ends', ends.length > 0 && <OfferLinks offers={ends} />],
          ['Prepared from', plan.preparationAt && <When at={plan.preparationAt} />],
          ['Release', <ReleaseDate key="release" plan={plan} />],
          ['Made by', <Who key="made" entityRef={plan.createdBy} />],
          ['Submitted by', plan.submittedBy && <Who entityRef={plan.submittedBy} />],
          ['Submitted', plan.submittedAt && <When at={plan.submittedAt} />],
          [
            several('Implementer', implementers.length),
            implementers.length > 0 && <WhoList refs={implementers} />,
          ],
          ['Date told', plan.toldFor && <When at={plan.toldFor} />],
          ['Released by', plan.releasedBy && <Who entityRef={plan.releasedBy} />],
          ['Released', plan.releasedAt && <When at={plan.releasedAt} />],
          ['Note', plan.note],
        ].map(([label, value]) => [label, value || undefined] as [string, typeof value])}
      />
    </Panel>
  );
};
