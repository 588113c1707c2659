import { useParams } from 'react-router-dom';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { BeginNext } from '../manage/BeginNext';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { StateBadge } from '../parts/StateBadge';
import { PageProblem } from '../shell/PageProblem';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { MoveOffer } from '../structure/MoveOffer';
import { useT, useWords } from '../words/useWords';
import { DanglingNotice } from './DanglingNotice';
import { DraftEditor } from './DraftEditor';
import { loadedDraftOf } from './loadedDraft';
import { OfferLinks } from './OfferLinks';
import { OtherEyes } from './OtherEyes';

const Published = ({ offer }: { offer: ManagedOffer }) => {
  const t = useT();
  const number = String(offer.versions[0]?.number ?? 1);
  return (
    <Empty
      title={t('editor.none')}
      description={t('editor.noneWhy', { number })}
      action={offer.can.startNextVersion && <BeginNext offer={offer} />}
    />
  );
};

const OfferOfAddress = () => {
  const { t, state } = useWords();
  const { id = '' } = useParams();
  const links = useLinks();
  const { data: offer, error, refetch } = useCall('getOffer', { params: { id } });
  const back = { label: t('editor.back'), href: links.manage };
  if (!offer) {
    return (
      <Page title={t('editor.title')} back={back}>
        {error ? (
          <PageProblem error={error} onRetry={() => refetch()} />
        ) : (
          <Loading what={t('editor.loading')} />
        )}
      </Page>
    );
  }
  const draft = loadedDraftOf(offer);
  return (
    <Page
      title={offer.title}
      back={back}
      badge={<StateBadge {...state(offer.state)} />}
      actions={
        <>
          <MoveOffer offer={offer} />
          <OfferLinks offer={offer} />
        </>
      }
    >
      <DanglingNotice offer={offer} />
      {draft ? (
        <DraftEditor key={offer.id} offer={offer} initial={draft} />
      ) : (
        <Published offer={offer} />
      )}
      <OtherEyes offer={offer} />
    </Page>
  );
};

/** The draft of an offer: everything that a version says, and what is still missing. */
export default function DraftPage() {
  const t = useT();
  return (
    <StaffOnly title={t('editor.title')} allows={({ isStaff }) => isStaff}>
      <OfferOfAddress />
    </StaffOnly>
  );
}
