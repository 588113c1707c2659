import { Button, ButtonLink, Flex, Link, Text } from '@backstage/ui';
import type { Demand } from '@offerdesk/backstage-plugin-offers-common';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import offerStyles from '../offer/OfferPage.module.css';
import { DataTable } from '../parts/DataTable';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Markdown } from '../parts/markdownSoon';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who, WhoList, WhoOrWhat } from '../parts/Who';
import { DeliveriesPanel } from '../plans/DeliveriesPanel';
import { PageProblem } from '../shell/PageProblem';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT, useWords } from '../words/useWords';
import {
  DeclineDialog,
  MergeDialog,
  PlanDemandDialog,
  ReopenDialog,
  TriageDialog,
} from './DemandDialogs';
import { demandStateIn, priorityIn } from './words';

const dialogs = {
  triage: TriageDialog,
  plan: PlanDemandDialog,
  merge: MergeDialog,
  decline: DeclineDialog,
  reopen: ReopenDialog,
} as const;

type Asked = keyof typeof dialogs;

const buttons = [
  ['reopen', 'reopen.open'],
  ['decline', 'decline.open'],
  ['merge', 'merge.open'],
  ['plan', 'fulfil.open'],
  ['triage', 'triage.open'],
] as const;

/** The wizard of a new plan that begins with this demand. */
function planFrom(newPlan: string, { id, kind, title, offers }: Demand): string {
  const scenario = kind === 'termination' ? 'terminate' : kind;
  const query = new URLSearchParams({ scenario, demand: id, title });
  for (const offer of offers) query.append('offer', offer.id);
  return `${newPlan}?${query}`;
}

const Actions = ({ demand }: { demand: Demand }) => {
  const t = useT();
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
            {t(label)}
          </Button>
        ))}
      {demand.can.plan && mayPlan && (
        <ButtonLink variant="primary" href={planFrom(newPlan, demand)}>
          {t('fulfil.new')}
        </ButtonLink>
      )}
      {Dialog && <Dialog demand={demand} onClose={() => setAsked(undefined)} />}
    </>
  );
};

const Offers = ({ demand }: { demand: Demand }) => {
  const t = useT();
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
        <Text color="secondary">
          {t('demand.moreOffers', { number: String(demand.namedOffers - demand.offers.length) })}
        </Text>
      )}
    </>
  );
};

const About = ({ demand }: { demand: Demand }) => {
  const t = useT();
  const { productRelease } = demand;
  return (
    <Panel title={t('demand.wish')}>
      <Flex direction="column" gap="4">
        {demand.description ? (
          <Suspense fallback={<Loading what={t('demand.description')} rows={2} height={20} />}>
            <Markdown content={demand.description} />
          </Suspense>
        ) : (
          <Text color="secondary">{t('demand.onlyTitle')}</Text>
        )}
        <Facts
          facts={[
            [t('demand.kind'), t(`demandKind.${demand.kind}`)],
            [t('demand.source'), t(`demandSource.${demand.source}`)],
            [t('demand.raisedBy'), <Who key="by" entityRef={demand.requestedBy} />],
            [t('demand.raisedAt'), <When key="at" at={demand.createdAt} />],
            [t('demand.wantedBy'), demand.wantedBy && <When at={demand.wantedBy} />],
            [
              t('demand.release'),
              productRelease && `${productRelease.product} ${productRelease.version}`,
            ],
            [t('demand.offers'), demand.offers.length > 0 && <Offers demand={demand} />],
            [
              t('demand.products'),
              demand.entities.length > 0 && <WhoList refs={demand.entities} />,
            ],
            [
              t('demand.elsewhere'),
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
  const { t, planState } = useWords();
  const links = useLinks();
  const staff = useStaffLinks();
  const { isStaff } = useMe();
  const { plan, mergedInto, tookIn = [] } = demand;
  const another =
    mergedInto && t('demand.another', { state: t(`demandState.${mergedInto.state}`) });
  return (
    <Panel title={t('demand.stands')}>
      <Facts
        facts={[
          [
            t('demand.priority'),
            demand.priority && <StateBadge {...priorityIn(t, demand.priority)} />,
          ],
          [t('demand.assignee'), demand.assignee && <Who entityRef={demand.assignee} />],
          [t('demand.note'), demand.triageNote],
          [t('demand.declinedFor'), demand.declinedFor],
          [
            t('demand.plan'),
            plan &&
              t('demand.planIs', {
                title: <Link href={links.plan(plan.id)}>{plan.title}</Link>,
                state: planState(plan.state).label,
              }),
          ],
          [
            t('demand.mergedInto'),
            mergedInto &&
              (isStaff ? (
                <Link href={staff.demand(mergedInto.id)}>{another}</Link>
              ) : (
                t('demand.anotherTold', { another: another ?? '' })
              )),
          ],
          [
            t('demand.tookIn'),
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
        <Text color="secondary">{t('demand.nobodyWeighed')}</Text>
      )}
    </Panel>
  );
};

const History = ({ demand }: { demand: Demand }) => {
  const t = useT();
  return (
    <Panel title={t('demand.history')}>
      <DataTable
        caption={t('demand.history')}
        rows={demand.history}
        keyOf={({ at, event }) => `${at} ${event}`}
        columns={[
          { label: t('demand.when'), cell: ({ at }) => <When at={at} /> },
          { label: t('demand.who'), cell: ({ by }) => <WhoOrWhat name={by} /> },
          { label: t('demand.what'), cell: ({ event }) => t(`demandEvent.${event}`) },
          { label: t('demand.why'), cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </Panel>
  );
};

/** A demand: what is wished for, what became of it, and what can be done with it. */
export default function DemandPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { demands } = useStaffLinks();
  const { data: demand, error, refetch } = useCall('getDemand', { params: { id } });
  const back = { label: t('demand.title'), href: demands };
  if (!demand) {
    return (
      <Page title={t('demand.title')} back={back}>
        {error ? (
          <PageProblem error={error} onRetry={() => refetch()} />
        ) : (
          <Loading what={t('demand.loadingOne')} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={demand.title}
      back={back}
      badge={<StateBadge {...demandStateIn(t, demand.state)} />}
      actions={<Actions demand={demand} />}
    >
      <div className={offerStyles.columns}>
        <div className={offerStyles.column}>
          <About demand={demand} />
          <History demand={demand} />
        </div>
        <div className={offerStyles.column}>
          <Standing demand={demand} />
          {demand.told && <DeliveriesPanel deliveries={demand.told} note={t('demand.told')} />}
        </div>
      </div>
    </Page>
  );
}
