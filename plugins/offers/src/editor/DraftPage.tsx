import { useParams } from 'react-router-dom';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { PageProblem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { publicStates } from '../words/states';
import { DraftEditor } from './DraftEditor';
import { loadedDraftOf } from './loadedDraft';
import { OfferLinks } from './OfferLinks';
import { SeeAsPerson } from './SeeAsPerson';

const Published = ({ offer }: { offer: ManagedOffer }) => (
  <Empty
    title="There is no draft to edit"
    description={`Version ${offer.versions[0]?.number ?? 1} is published, and a published version never changes.`}
  />
);

const OfferOfAddress = () => {
  const { id = '' } = useParams();
  const links = useLinks();
  const { data: offer, error, refetch } = useCall('getOffer', { params: { id } });
  const back = { label: 'Manage offers', href: links.manage };
  if (!offer) {
    return (
      <Page title="Offer" back={back}>
        {error ? (
          <PageProblem error={error} onRetry={() => refetch()} />
        ) : (
          <Loading what="the offer" />
        )}
      </Page>
    );
  }
  const draft = loadedDraftOf(offer);
  return (
    <Page
      title={offer.title}
      back={back}
      badge={<StateBadge {...publicStates[offer.state]} />}
      actions={<OfferLinks offer={offer} />}
    >
      {draft ? (
        <DraftEditor key={offer.id} offer={offer} initial={draft} />
      ) : (
        <Published offer={offer} />
      )}
      <SeeAsPerson offer={offer} />
    </Page>
  );
};

/** The draft of an offer: everything that a version says, and what is still missing. */
export default function DraftPage() {
  return (
    <StaffOnly title="Offer" allows={({ isStaff }) => isStaff}>
      <OfferOfAddress />
    </StaffOnly>
  );
}
