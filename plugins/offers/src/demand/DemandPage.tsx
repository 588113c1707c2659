import { Button, ButtonLink, Flex, Link, Text } from '@backstage/ui';
import type { Demand } from '@offerdesk/backstage-plugin-offers-common';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import offerStyles from '../offer/OfferPage.module.css';
import { DataTable } from '../parts/DataTable';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { PageProblem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who, WhoList, WhoOrWhat } from '../parts/Who';
import { DeliveriesPanel } from '../plans/DeliveriesPanel';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';
import { planStates } from '../words/states';
import {
  DeclineDialog,
  MergeDialog,
  PlanDemandDialog,
  ReopenDialog,
  TriageDialog,
} from './DemandDialogs';
import { demandKinds, demandSources, demandStates, happenings, priorities } from './words';

const Markdown = lazy(() => import('../parts/Markdown'));

const dialogs = {
  triage: TriageDialog,
  plan: PlanDemandDialog,
  merge: MergeDialog,
  decline: DeclineDialog,
  reopen: ReopenDialog,
} as const;

type Asked = keyof typeof dialogs;

const buttons: readonly [Asked, string][] = [
  ['reopen', 'Open again…'],
  ['decline', 'Decline…'],
  ['merge', 'Merge…'],
  ['plan', 'Into a plan under way…'],
  ['triage', 'Weigh…'],
];

/** The wizard of a new plan that begins with this demand. */
function planFrom(newPlan: string, { id, kind, title, offers }: Demand): string {
  const scenario = kind === 'termination' ? 'terminate' : kind;
  const query = new URLSearchParams({ scenario, demand: id, title });
  for (const offer of offers) query.append('offer', offer.id);
  return `${newPlan}?${query}`;
}

const Actions = ({ demand }: { demand: Demand }) => {
  const [asked, setAsked] = useState<Asked>();
  const { newPlan } = useStaffLinks();
  const mayPlan = useMe().may('managePlan');
  const Dialog = asked && dialogs[asked];
  return (
    <>
      {buttons
        .filter(([id]) => demand.can[id])
        .map(([id, label]) => (
          <Button key={id} variant="secondary" onPress={() => setAsked(id)}>
            {label}
          </Button>
        ))}
      {demand.can.plan && mayPlan && (
        <ButtonLink variant="primary" href={planFrom(newPlan, demand)}>
          Make a plan of it…
        </ButtonLink>
      )}
      {Dialog && <Dialog demand={demand} onClose={() => setAsked(undefined)} />}
    </>
  );
};

const Offers = ({ demand }: { demand: Demand }) => {
  const links = useLinks();
  const { isStaff } = useMe();
  return (
    <>
      {demand.offers.map(({ id, name, title }) => (
        <div key={id}>
          <Link href={isStaff ? links.draft(id) : links.offer(name)}>{title}</Link>
        </div>
      ))}
      {demand.namedOffers !== undefined && demand.namedOffers > demand.offers.length && (
        <Text color="secondary">{`and ${demand.namedOffers - demand.offers.length} more`}</Text>
      )}
    </>
  );
};

const About = ({ demand }: { demand: Demand }) => {
  const { productRelease } = demand;
  return (
    <Panel title="What is wished for">
      <Flex direction="column" gap="4">
        {demand.description ? (
          <Suspense fallback={<Loading what="the description" rows={2} height={20} />}>
            <Markdown content={demand.description} />
          </Suspense>
        ) : (
          <Text color="secondary">Its title says all there is.</Text>
        )}
        <Facts
          facts={[
            ['Asks for', demandKinds[demand.kind]],
            ['From', demandSources[demand.source]],
            ['Raised by', <Who key="by" entityRef={demand.requestedBy} />],
            ['Raised', <When key="at" at={demand.createdAt} />],
            ['Wanted by', demand.wantedBy && <When at={demand.wantedBy} />],
            [
              'Product release',
              productRelease && `${productRelease.product} ${productRelease.version}`,
            ],
            ['Offers', demand.offers.length > 0 && <Offers demand={demand} />],
            ['Products', demand.entities.length > 0 && <WhoList refs={demand.entities} />],
            [
              'Elsewhere',
              demand.reference && (
                <Link href={demand.reference} target="_blank" rel="noopener noreferrer">
                  {demand.reference}
                </Link>
              ),
            ],
          ].map(([label, value]) => [label, value || undefined] as [string, typeof value])}
        />
      </Flex>
    </Panel>
  );
};

const Standing = ({ demand }: { demand: Demand }) => {
  const links = useLinks();
  const staff = useStaffLinks();
  const { isStaff } = useMe();
  const { plan, mergedInto, tookIn = [] } = demand;
  const other =
    mergedInto && `A demand that is ${demandStates[mergedInto.state].label.toLowerCase()}`;
  return (
    <Panel title="Where it stands">
      <Facts
        facts={[
          ['Priority', demand.priority && <StateBadge {...priorities[demand.priority]} />],
          ['Taken care of by', demand.assignee && <Who entityRef={demand.assignee} />],
          ['Note', demand.triageNote],
          ['Declined', demand.declinedFor],
          [
            'Plan',
            plan && (
              <>
                <Link href={links.plan(plan.id)}>{plan.title}</Link> (
                {planStates[plan.state].label.toLowerCase()})
              </>
            ),
          ],
          [
            'Merged into',
            mergedInto &&
              (isStaff ? (
                <Link href={staff.demand(mergedInto.id)}>{other}</Link>
              ) : (
                `${other}. Whoever raised this one is told what becomes of it.`
              )),
          ],
          [
            'Took in',
            tookIn.length > 0 &&
              tookIn.map(({ id, title }) => (
                <div key={id}>
                  <Link href={staff.demand(id)}>{title}</Link>
                </div>
              )),
          ],
        ].map(([label, value]) => [label, value || undefined] as [string, typeof value])}
      />
      {!demand.priority && !plan && !mergedInto && !demand.declinedFor && (
        <Text color="secondary">Nobody has weighed it yet.</Text>
      )}
    </Panel>
  );
};

const History = ({ demand }: { demand: Demand }) => (
  <Panel title="History">
    <DataTable
      caption="History"
      rows={demand.history}
      keyOf={({ at, event }) => `${at} ${event}`}
      columns={[
        { label: 'When', cell: ({ at }) => <When at={at} /> },
        { label: 'Who', cell: ({ by }) => <WhoOrWhat name={by} /> },
        { label: 'What', cell: ({ event }) => happenings[event] },
        { label: 'Why', cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  </Panel>
);

/** A demand: what is wished for, what became of it, and what can be done with it. */
export default function DemandPage() {
  const { id = '' } = useParams();
  const { demands } = useStaffLinks();
  const { data: demand, error, refetch } = useCall('getDemand', { params: { id } });
  const back = { label: 'Demand', href: demands };
  if (!demand) {
    return (
      <Page title="Demand" back={back}>
        {error ? (
          <PageProblem error={error} onRetry={() => refetch()} />
        ) : (
          <Loading what="the demand" />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={demand.title}
      back={back}
      badge={<StateBadge {...demandStates[demand.state]} />}
      actions={<Actions demand={demand} />}
    >
      <div className={offerStyles.columns}>
        <div className={offerStyles.column}>
          <About demand={demand} />
          <History demand={demand} />
        </div>
        <div className={offerStyles.column}>
          <Standing demand={demand} />
          {demand.told && (
            <DeliveriesPanel
              deliveries={demand.told}
              note="What whoever raised it was told in person, and whether it arrived."
            />
          )}
        </div>
      </div>
    </Page>
  );
}
