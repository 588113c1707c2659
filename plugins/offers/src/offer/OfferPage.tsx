import type { OfferPage as OfferPageData } from '@offerdesk/backstage-plugin-offers-common';
import { useParams } from 'react-router-dom';
import { isNotFound } from '../data/problems';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { OptionsTable } from '../parts/OptionsTable';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { PriceLists } from '../parts/PriceLists';
import { PageProblem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { useLinks } from '../shell/useLinks';
import { publicStates } from '../words/states';
import styles from './OfferPage.module.css';
import {
  AboutPanel,
  AtAGlancePanel,
  EntitiesPanel,
  KnowledgePanel,
  PeoplePanel,
  TermsPanel,
} from './OfferPanels';
import { WhyPanel } from './WhyPanel';

const OfferBody = ({ offer }: { offer: OfferPageData }) => {
  const { content } = offer;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <AboutPanel content={content} />
        <Panel title="Options" note="What you are asked when you order, and what is set for you.">
          <OptionsTable options={content.options} />
        </Panel>
        <KnowledgePanel content={content} />
        <EntitiesPanel content={content} />
      </div>
      <div className={`${styles.column} ${styles.aside}`}>
        <WhyPanel offer={offer} />
        <Panel title="Price">
          <PriceLists priceLists={content.priceLists} />
        </Panel>
        <AtAGlancePanel offer={offer} />
        <TermsPanel content={content} />
        <PeoplePanel content={content} />
      </div>
    </div>
  );
};

/** An offer for its audience: what it is, what it costs, who is behind it, and whether the reader can order it. */
export default function OfferPage() {
  const { name = '' } = useParams();
  const links = useLinks();
  const { data: offer, error, refetch } = useCall('offerPage', { params: { name } });
  const back = { label: 'Catalogue', href: links.catalogue };
  if (error) {
    return (
      <Page title={isNotFound(error) ? 'Nothing here' : 'Offer'} back={back}>
        <PageProblem error={error} onRetry={() => refetch()} />
      </Page>
    );
  }
  if (!offer) {
    return (
      <Page title="Offer" back={back}>
        <Loading what="the offer" />
      </Page>
    );
  }
  const { title, summary } = offer.content.information;
  return (
    <Page
      title={title}
      lede={summary}
      back={back}
      badge={<StateBadge {...publicStates[offer.state]} />}
    >
      <OfferBody offer={offer} />
    </Page>
  );
}
