import { Flex } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { StateBadge } from '../parts/StateBadge';
import { PageProblem } from '../shell/PageProblem';
import { StaffOnly } from '../shell/StaffOnly';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT, useWords } from '../words/useWords';
import { AnnouncedPanel } from './AnnouncedPanel';
import { AnnouncePanel } from './AnnouncePanel';

/** How often what becomes of announcements is read again, in milliseconds. */
const REFRESH_MS = 10_000;

const OfOffer = () => {
  const { t, state } = useWords();
  const { id = '' } = useParams();
  const links = useStaffLinks();
  const offer = useCall('getOffer', { params: { id } });
  const announced = useCall(
    'listAnnouncements',
    { params: { id } },
    { refetchInterval: () => REFRESH_MS },
  );
  const back = offer.data
    ? { label: offer.data.title, href: links.operate(id) }
    : { label: t('staff.operations'), href: links.operations };
  if (!offer.data || !announced.data) {
    const error = offer.error ?? announced.error;
    return (
      <Page title={t('announce.title')} back={back}>
        {error ? (
          <PageProblem
            error={error}
            onRetry={() => {
              offer.refetch();
              announced.refetch();
            }}
          />
        ) : (
          <Loading what={t('announce.loading')} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={t('announce.of', { title: offer.data.title })}
      back={back}
      badge={<StateBadge {...state(offer.data.state)} />}
      lede={t('announce.lede')}
    >
      <Flex direction="column" gap="5" align="stretch">
        {announced.data.can.announce && (
          <AnnouncePanel offer={offer.data} kinds={announced.data.can.kinds} />
        )}
        <AnnouncedPanel announcements={announced.data} />
      </Flex>
    </Page>
  );
};

/** What the audience of an offer was told and will be, and the way to tell it something by hand. */
export default function AnnouncementsPage() {
  return (
    <StaffOnly title={useT()('announce.title')} allows={({ isStaff }) => isStaff}>
      <OfOffer />
    </StaffOnly>
  );
}
