import { Button, ButtonLink, Flex } from '@backstage/ui';
import type { ManagedOffer, OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { PageProblem } from '../shell/PageProblem';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT, useWords } from '../words/useWords';
import { ActDialog } from './ActDialog';
import { RingsPanel } from './RingsPanel';
import { Segments } from './Segments';
import { EmergencyStop, StoppedBanner } from './StopControls';
import { SuspensionsPanel } from './SuspensionsPanel';
import type { OperatingAct } from './words';

/** How often an offer's life is read again, in milliseconds: others operate too, in Slack. */
const REFRESH_MS = 10_000;

/** Versions from which there is an earlier content to go back to. */
const ENOUGH_VERSIONS = 2;

/** Whether there is something to stop, for whoever reads it. */
function canStop(life: OfferLife): boolean {
  const isServed = ['available', 'canary', 'held', 'ending'].includes(life.state);
  return life.can.operate && isServed && !stopOf(life);
}

/** Also what is suspended can be stopped in an emergency. */
function canStopAtOnce(life: OfferLife): boolean {
  return canStop(life) || (life.can.operate && stopOf(life)?.kind === 'suspend');
}

function stopOf({ suspensions }: OfferLife) {
  return suspensions.find(({ until }) => until === undefined);
}

/** What can be done with the offer as a whole, by whoever reads it. */
function actsOf(offer: ManagedOffer, life: OfferLife): OperatingAct[] {
  return [
    ...(life.can.rollBack && offer.versions.length >= ENOUGH_VERSIONS
      ? (['roll-back'] as const)
      : []),
    ...(canStop(life) ? (['suspend'] as const) : []),
  ];
}

const Endings = ({ life }: { life: OfferLife }) => {
  const t = useT();
  if (life.endings.length === 0) return null;
  return (
    <Panel title={t('endings.title')}>
      {life.endings.map(ending => (
        <Facts
          key={ending.recordedAt}
          facts={[
            [t('endings.told'), <When key="notice" at={ending.noticeAt} />],
            [t('endings.until'), <When key="end" at={ending.endsAt} />],
            [t('endings.subscriptions'), t(`move.${ending.subscriptions.when}`)],
            [t('endings.none'), ending.noReplacement],
            [t('endings.reason'), ending.reason],
          ]}
        />
      ))}
    </Panel>
  );
};

const Life = ({ offer, life }: { offer: ManagedOffer; life: OfferLife }) => {
  const { t, state } = useWords();
  const links = useLinks();
  const staff = useStaffLinks();
  const [asked, setAsked] = useState<{ act: OperatingAct; version?: number }>();
  const ahead = life.segments.filter(({ until }) => until === undefined || until > life.at);
  const past = life.segments.filter(({ until }) => until !== undefined && until <= life.at);
  return (
    <Page
      title={offer.title}
      back={{ label: t('staff.operations'), href: staff.operations }}
      badge={<StateBadge {...state(life.state)} />}
      lede={t('operate.lede')}
      actions={
        <>
          <ButtonLink variant="tertiary" href={links.draft(offer.id)}>
            {t('operate.manage')}
          </ButtonLink>
          <ButtonLink variant="tertiary" href={staff.announcements(offer.id)}>
            {t('operate.announcements')}
          </ButtonLink>
          {actsOf(offer, life).map(act => (
            <Button key={act} variant="secondary" onPress={() => setAsked({ act })}>
              {t(`act.${act}.button`)}
            </Button>
          ))}
        </>
      }
    >
      <StoppedBanner life={life} onResume={() => setAsked({ act: 'resume' })} />
      <Flex direction="column" gap="5">
        <Panel title={t('operate.ahead')}>
          <Segments
            caption={t('operate.ahead')}
            segments={ahead}
            nothing={t('operate.nothingAhead')}
          />
        </Panel>
        <RingsPanel life={life} onAct={(act, version) => setAsked({ act, version })} />
        <SuspensionsPanel life={life} />
        <Endings life={life} />
        {past.length > 0 && (
          <Panel title={t('operate.before')}>
            <Segments caption={t('operate.before')} segments={past} nothing="" />
          </Panel>
        )}
        {canStopAtOnce(life) && <EmergencyStop onStop={() => setAsked({ act: 'emergency' })} />}
      </Flex>
      {asked && <ActDialog offer={offer} {...asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
};

const OfferOfAddress = () => {
  const t = useT();
  const { id = '' } = useParams();
  const { operations } = useStaffLinks();
  const offer = useCall('getOffer', { params: { id } });
  const life = useCall('getOfferLife', { params: { id } }, { refetchInterval: () => REFRESH_MS });
  if (offer.data && life.data) return <Life offer={offer.data} life={life.data} />;
  const error = offer.error ?? life.error;
  return (
    <Page title={t('staff.operations')} back={{ label: t('staff.operations'), href: operations }}>
      {error ? (
        <PageProblem
          error={error}
          onRetry={() => {
            offer.refetch();
            life.refetch();
          }}
        />
      ) : (
        <Loading what={t('operate.loading')} />
      )}
    </Page>
  );
};

/** An offer as operations sees it: its whole public life, and the acts that change it now. */
export default function OperatePage() {
  return (
    <StaffOnly title={useT()('staff.operations')} allows={({ isStaff }) => isStaff}>
      <OfferOfAddress />
    </StaffOnly>
  );
}
