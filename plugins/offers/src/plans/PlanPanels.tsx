import { Flex, Link, Text } from '@backstage/ui';
import {
  marginWords,
  type Change,
  type OfferImpact,
  type Plan,
  isBlocking,
} from '@offerdesk/backstage-plugin-offers-common';
import { useNavigate } from 'react-router-dom';
import { CheckList } from '../parts/CheckList';
import { DataTable, type DataColumn } from '../parts/DataTable';
import { Facts } from '../parts/Facts';
import { Panel } from '../parts/Panel';
import { Reach } from '../parts/Reach';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { readersZone } from '../words/dates';
import { gateTitles } from '../words/states';

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

/** What the plan is, who is behind it and when it is released. */
export const PlanFactsPanel = ({ plan }: { plan: Plan }) => {
  const links = useLinks();
  return (
    <Panel title="The plan">
      <Facts
        facts={[
          ['Brings', 'A new offer'],
          [
            plan.offers.length === 1 ? 'Offer' : 'Offers',
            plan.offers.map(offer => (
              <div key={offer.id}>
                <Link href={links.draft(offer.id)}>{offer.title}</Link>
              </div>
            )),
          ],
          ['Release', <ReleaseDate key="release" plan={plan} />],
          ['Made by', <Who key="made" entityRef={plan.createdBy} />],
          ['Submitted by', plan.submittedBy && <Who entityRef={plan.submittedBy} />],
          ['Submitted', plan.submittedAt && <When at={plan.submittedAt} />],
          ['Released by', plan.releasedBy && <Who entityRef={plan.releasedBy} />],
          ['Released', plan.releasedAt && <When at={plan.releasedAt} />],
          ['Note', plan.note],
        ]}
      />
    </Panel>
  );
};

/** The criteria of the stage that the plan is in. */
export const GatePanel = ({ plan }: { plan: Plan }) => {
  const links = useLinks();
  const navigate = useNavigate();
  const missing = plan.gate.criteria.filter(isBlocking);
  return (
    <Panel
      title={gateTitles[plan.gate.gate]}
      note={plan.gate.met ? 'Every criterion is met.' : `${missing.length} missing.`}
    >
      <CheckList
        label="Criteria"
        checks={plan.gate.criteria.map((found, index) => ({
          id: `${index} ${found.id}`,
          holds: found.state !== 'missing',
          sentence: found.title,
          remedy: found.remedy,
          onChoose: found.offerId
            ? () => navigate(`${links.draft(found.offerId ?? '')}#${found.field ?? ''}`)
            : undefined,
        }))}
      />
    </Panel>
  );
};

const beforeColumn: DataColumn<Change> = {
  label: 'Before',
  cell: ({ before }) => before ?? '–',
};

const OfferImpactView = ({ impact }: { impact: OfferImpact }) => (
  <Flex direction="column" gap="4">
    <Facts
      facts={[
        ['Offered from', <When key="from" at={impact.from} />],
        ['Until', impact.until && <When at={impact.until} />],
        ['Will see it', <Reach key="see" reach={impact.audienceGained} />],
        ['May order it', <Reach key="order" reach={impact.mayOrder} />],
        ...impact.margins.map(
          margin => [`Margin ${margin.currency}`, marginWords(margin)] as const,
        ),
      ]}
    />
    <DataTable
      caption={`Changes of ${impact.title}`}
      rows={impact.changes}
      keyOf={({ field }) => field}
      columns={[
        { label: 'What', cell: ({ label }) => label },
        ...(impact.changes.some(({ before }) => before !== undefined) ? [beforeColumn] : []),
        { label: 'After', cell: ({ after }) => after ?? '–' },
        {
          label: 'Changing it later',
          cell: ({ material }) => (material ? 'Voids approvals' : 'Voids nothing'),
        },
      ]}
    />
  </Flex>
);

/** What the release does, offer by offer. */
export const ImpactPanel = ({ plan }: { plan: Plan }) => (
  <Panel title="What it changes" note="What an approval is given on.">
    <Flex direction="column" gap="5">
      {plan.impact.map(impact => (
        <div key={impact.offerId}>
          {plan.impact.length > 1 && (
            <Text as="h4" variant="body-medium" weight="bold">
              {impact.title}
            </Text>
          )}
          <OfferImpactView impact={impact} />
        </div>
      ))}
    </Flex>
  </Panel>
);
