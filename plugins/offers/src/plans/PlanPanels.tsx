import { Link } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { Who, WhoList, WhoOrWhat } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { readersZone } from '../words/dates';
import { toldIn } from '../words/told';
import { useWords } from '../words/useWords';

/** Release date in the reader's zone, and in the plan's own where that is another. */
const ReleaseDate = ({ plan: { releaseAt, releaseZone } }: { plan: Plan }) => {
  const { t } = useWords();
  const when = <When at={releaseAt} />;
  if (releaseZone === readersZone()) return when;
  const there = <When at={releaseAt} zone={releaseZone} />;
  return <>{t('plan.facts.inZone', { when, there, zone: releaseZone })}</>;
};

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

/** What brought the plan into its state, as who may not read the audit log learns it too. */
const Turn = ({ turn: { what, by, at, surface, reason } }: { turn: NonNullable<Plan['turn']> }) => {
  const { t, surface: surfaceIn } = useWords();
  return (
    <>
      {t('plan.facts.turnBy', {
        what: t(`plan.happened.${what}`),
        who: <WhoOrWhat name={by} />,
        when: <When at={at} />,
        where: surfaceIn(surface),
      })}
      {reason && <div>{t('words.quoted', { words: toldIn(t, reason) })}</div>}
    </>
  );
};

/** What the plan is, who is behind it and when it is released. */
export const PlanFactsPanel = ({ plan }: { plan: Plan }) => {
  const { t, scenario } = useWords();
  const { offers, ends, implementers } = plan;
  return (
    <Panel title={t('plan.facts.title')}>
      <Facts
        facts={[
          [t('plan.facts.scenario'), scenario(plan.scenario)],
          [
            t('plan.facts.offers', { count: offers.length }),
            offers.length > 0 && <OfferLinks offers={offers} />,
          ],
          [t('plan.facts.ends'), ends.length > 0 && <OfferLinks offers={ends} />],
          [t('plan.facts.prepared'), plan.preparationAt && <When at={plan.preparationAt} />],
          [t('plan.facts.release'), <ReleaseDate key="release" plan={plan} />],
          [t('plan.facts.made'), <Who key="made" entityRef={plan.createdBy} />],
          [t('plan.facts.submittedBy'), plan.submittedBy && <Who entityRef={plan.submittedBy} />],
          [t('plan.facts.submitted'), plan.submittedAt && <When at={plan.submittedAt} />],
          [
            t('plan.facts.implementers', { count: implementers.length }),
            implementers.length > 0 && <WhoList refs={implementers} />,
          ],
          [t('plan.facts.told'), plan.toldFor && <When at={plan.toldFor} />],
          [t('plan.facts.releasedBy'), plan.releasedBy && <Who entityRef={plan.releasedBy} />],
          [t('plan.facts.released'), plan.releasedAt && <When at={plan.releasedAt} />],
          [t('plan.facts.turn'), plan.turn && <Turn turn={plan.turn} />],
          [t('plan.facts.note'), plan.note],
        ].map(([label, value]) => [label, value || undefined] as [string, typeof value])}
      />
    </Panel>
  );
};
