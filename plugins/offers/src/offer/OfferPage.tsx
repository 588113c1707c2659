import { Link } from '@backstage/ui';
import type { OfferPage as OfferPageData } from '@offerdesk/backstage-plugin-offers-common';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { AsOfBanner } from '../asOf/AsOfBanner';
import { AsOfButton } from '../asOf/AsOfButton';
import { useAsOf } from '../asOf/useAsOf';
import { useLastList } from '../catalogue/lastList';
import { StarButton } from '../catalogue/StarButton';
import { useStars } from '../catalogue/useStars';
import { useWatches } from '../catalogue/useWatches';
import { WatchButton } from '../catalogue/WatchButton';
import { isNotFound } from '../data/problems';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { StateBadge } from '../parts/StateBadge';
import { useAfterPicture } from '../parts/useAfterPicture';
import { PageProblem } from '../shell/PageProblem';
import { useT, useWords } from '../words/useWords';
import { InDepth } from './InDepth';
import { InShort } from './InShort';
import { LifePanel } from './LifePanel';
import { Look } from './Look';
import { NewsPanel } from './NewsPanel';
import { NotServed } from './NotServed';
import { StoryPanel } from './StoryPanel';
import styles from './OfferPage.module.css';
import { pageOf } from './questions';
import { useBundleSteps } from './useBundleSteps';

const LooksNav = ({ looks }: { looks: readonly { id: string; title: string }[] }) => {
  const t = useT();
  const [params] = useSearchParams();
  const search = params.size > 0 ? `?${params}` : '';
  return (
    <nav aria-label={t('offer.looks')} className={styles.looks}>
      {looks.map(({ id, title }) => (
        <Link key={id} href={`${search}#${id}`}>
          {title}
        </Link>
      ))}
    </nav>
  );
};

const OfferBody = ({ offer, at }: { offer: OfferPageData; at: string | undefined }) => {
  const t = useT();
  const steps = useBundleSteps(offer.content.bundle, at);
  // Whoever was led to a part of the page is shown that part.
  const isDrawn = useAfterPicture(useLocation().hash !== '');
  const looks = [
    { id: 'short', title: t('look.short') },
    { id: 'depth', title: t('look.depth') },
    { id: 'time', title: t('look.time') },
  ];
  return (
    <>
      <LooksNav looks={looks} />
      <Look id="short" title={t('look.short')}>
        <InShort offer={offer} at={at} stepTitle={steps.titleOf} />
      </Look>
      <Look id="depth" title={t('look.depth')}>
        {isDrawn ? <InDepth offer={offer} steps={steps} /> : <div className={styles.room} />}
      </Look>
      <Look id="time" title={t('look.time')}>
        {isDrawn ? (
          <>
            <NewsPanel name={offer.name} at={at} />
            <StoryPanel name={offer.name} at={at} />
            {offer.asStaff && <LifePanel offerId={offer.id} />}
          </>
        ) : (
          <div className={styles.room} />
        )}
      </Look>
    </>
  );
};

/** What the reader keeps of it for themselves; who does not see it in the catalogue hears nothing of it. */
const Keep = ({ offer: { id, content, explanation } }: { offer: OfferPageData }) => {
  const kept = { id, title: content.information.title };
  const watches = useWatches();
  return (
    <>
      {explanation.visible.answer && <WatchButton offer={kept} watches={watches} />}
      <StarButton offer={kept} stars={useStars()} />
    </>
  );
};

/** An offer for its audience: what it is, what it costs, who is behind it, and whether the reader can order it. */
export default function OfferPage() {
  const { t, state } = useWords();
  const { name = '' } = useParams();
  const listAt = useLastList();
  const { at } = useAsOf();
  const { data: offer, error, refetch } = useCall('offerPage', pageOf(name, at));
  const back = { label: t('shell.catalogue'), href: listAt(at) };
  if (error) {
    return (
      <Page title={t(isNotFound(error) ? 'shell.nothingHere' : 'offer.title')} back={back}>
        <AsOfBanner />
        {isNotFound(error) ? (
          <NotServed name={name} error={error} />
        ) : (
          <PageProblem error={error} onRetry={() => refetch()} />
        )}
      </Page>
    );
  }
  if (!offer) {
    return (
      <Page title={t('offer.title')} back={back}>
        <AsOfBanner />
        <Loading what={t('offer.loading')} />
      </Page>
    );
  }
  const { title, summary } = offer.content.information;
  return (
    <Page
      title={title}
      lede={summary}
      back={back}
      badge={<StateBadge {...state(offer.state)} />}
      actions={
        <>
          {offer.asStaff && <AsOfButton />}
          <Keep offer={offer} />
        </>
      }
    >
      <AsOfBanner />
      <OfferBody offer={offer} at={at} />
    </Page>
  );
}
