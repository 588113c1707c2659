import { Container } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { useT } from '../words/useWords';
import { OffersHeader } from './OffersHeader';
import { OffersRoot } from './OffersRoot';
import { staffRoutes } from './staffRoutes';

const CataloguePage = lazy(() => import('../catalogue/CataloguePage'));
const ComparePage = lazy(() => import('../compare/ComparePage'));
const OfferPage = lazy(() => import('../offer/OfferPage'));
const ManagePage = lazy(() => import('../manage/ManagePage'));
const DraftPage = lazy(() => import('../editor/DraftPage'));
const PlansPage = lazy(() => import('../plans/PlansPage'));
const PlanPage = lazy(() => import('../plans/PlanPage'));
const SlackPage = lazy(() => import('../slack/SlackPage'));
const SourcesPage = lazy(() => import('../sources/SourcesPage'));

const NoSuchPage = () => {
  const t = useT();
  return (
    <Page title={t('shell.nothingHere')}>
      <Empty title={t('shell.nothingVisible')} description={t('shell.mistyped')} />
    </Page>
  );
};

const PageLoading = () => (
  <Container pt="6">
    <Loading what={useT()('shell.page')} />
  </Container>
);

/** Every page of the plugin below its mount point; each is fetched when it is first opened. */
export const OffersRouter = () => (
  <OffersRoot>
    <OffersHeader />
    <main>
      <Suspense fallback={<PageLoading />}>
        <Routes>
          <Route path="/" element={<CataloguePage />} />
          <Route path="/compare" element={<ComparePage />} />
          <Route path="/o/:name" element={<OfferPage />} />
          <Route path="/manage" element={<ManagePage />} />
          <Route path="/manage/:id" element={<DraftPage />} />
          <Route path="/plans" element={<PlansPage />} />
          <Route path="/plans/:id" element={<PlanPage />} />
          <Route path="/slack" element={<SlackPage />} />
          <Route path="/sources" element={<SourcesPage />} />
          {staffRoutes}
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
      </Suspense>
    </main>
  </OffersRoot>
);
