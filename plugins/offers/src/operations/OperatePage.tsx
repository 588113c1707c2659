import { Button, ButtonLink, Flex } from '@backstage/ui';
import type { ManagedOffer, OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { PageProblem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { useStaffLinks } from '../shell/useStaffLinks';
import { publicStates } from '../words/states';
import { ActDialog } from './ActDialog';
import { RingsPanel } from './RingsPanel';
import { Segments } from './Segments';
import { SuspensionsPanel } from './SuspensionsPanel';
import { acts, type OperatingAct } from './words';

/** How often an offer's life is read again, in milliseconds: others operate too, in Slack. */
const REFRESH_MS = 10_000;

/** Versions from which there is an earlier content to go back to. */
const ENOUGH_VERSIONS = 2;

/** What can be done with the offer as a whole, by whoever reads it. */
function actsOf(offer: ManagedOffer, life: OfferLife): OperatingAct[] {
  const isStopped = life.suspensions.some(({ until }) => until === undefined);
  const isServed = ['available', 'canary', 'held', 'ending'].includes(life.state);
  return [
    ...(life.can.rollBack && offer.versions.length >= ENOUGH_VERSIONS
      ? (['roll-back'] as const)
      : []),
    ...(life.can.operate && isStopped ? (['resume'] as const) : []),
    ...(life.can.operate && isServed && !isStopped ? (['suspend', 'emergency'] as const) : []),
  ];
}

const moves = {
  now: 'move at once',
  'on-date': 'move on a date',
  'consumer-chooses': 'move when the consumer chooses',
  end: 'end with it',
} as const;

const Endings = ({ life }: { life: OfferLife }) =>
  life.endings.length === 0 ? null : (
    <Panel title="Ending">
      {life.endings.map(ending => (
        <Facts
          key={ending.recordedAt}
          facts={[
            ['Told from', <When key="notice" at={ending.noticeAt} />],
            ['Offered until', <When key="end" at={ending.endsAt} />],
            ['Subscriptions', moves[ending.subscriptions.when]],
            ['No replacement', ending.noReplacement],
            ['Reason', ending.reason],
          ]}
        />
      ))}
    </Panel>
  );

const Life = ({ offer, life }: { offer: ManagedOffer; life: OfferLife }) => {
  const links = useLinks();
  const staff = useStaffLinks();
  const [asked, setAsked] = useState<{ act: OperatingAct; version?: number }>();
  const ahead = life.segments.filter(({ until }) => until === undefined || until > life.at);
  const past = life.segments.filter(({ until }) => until !== undefined && until <= life.at);
  return (
    <Page
      title={offer.title}
      back={{ label: 'Operations', href: staff.operations }}
      badge={<StateBadge {...publicStates[life.state]} />}
      lede="What is served to whom and when, and what can be done about it."
      actions={
        <>
          <ButtonLink variant="tertiary" href={links.draft(offer.id)}>
            Manage
          </ButtonLink>
          {actsOf(offer, life).map(act => (
            <Button
              key={act}
              variant="secondary"
              destructive={act === 'emergency'}
              onPress={() => setAsked({ act })}
            >
              {acts[act].button}
            </Button>
          ))}
        </>
      }
    >
      <Flex direction="column" gap="5">
        <Panel title="Now and ahead">
          <Segments
            caption="Now and ahead"
            segments={ahead}
            nothing="Nothing is served, now or later."
          />
        </Panel>
        <RingsPanel life={life} onAct={(act, version) => setAsked({ act, version })} />
        <SuspensionsPanel life={life} />
        <Endings life={life} />
        {past.length > 0 && (
          <Panel title="Before">
            <Segments caption="Before" segments={past} nothing="" />
          </Panel>
        )}
      </Flex>
      {asked && <ActDialog offer={offer} {...asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
};

const OfferOfAddress = () => {
  const { id = '' } = useParams();
  const { operations } = useStaffLinks();
  const offer = useCall('getOffer', { params: { id } });
  const life = useCall('getOfferLife', { params: { id } }, { refetchInterval: () => REFRESH_MS });
  if (offer.data && life.data) return <Life offer={offer.data} life={life.data} />;
  const error = offer.error ?? life.error;
  return (
    <Page title="Operations" back={{ label: 'Operations', href: operations }}>
      {error ? (
        <PageProblem
          error={error}
          onRetry={() => {
            offer.refetch();
            life.refetch();
          }}
        />
      ) : (
        <Loading what="the offer" />
      )}
    </Page>
  );
};

/** An offer as operations sees it: its whole public life, and the acts that change it now. */
export default function OperatePage() {
  return (
    <StaffOnly title="Operations" allows={({ isStaff }) => isStaff}>
      <OfferOfAddress />
    </StaffOnly>
  );
}
