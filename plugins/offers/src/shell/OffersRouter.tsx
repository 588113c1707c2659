import { Container } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import CataloguePage from '../catalogue/CataloguePage';
import { OfferPage } from '../offer/load';
import { Loading } from '../parts/Loading';
import { useT } from '../words/useWords';
import { OffersHeader } from './OffersHeader';
import { OffersRoot } from './OffersRoot';

const ComparePage = lazy(() => import('../compare/ComparePage'));
const SlackPage = lazy(() => import('../slack/SlackPage'));
const WishesPage = lazy(() => import('../wishes/WishesPage'));
const StaffPages = lazy(() => import('./StaffPages'));

const PageLoading = () => (
  <Container pt="6">
    <Loading what={useT()('shell.page')} />
  </Container>
);

/**
 * Every page of the plugin below its mount point. The catalogue, which most open first, comes with the frame; each other
 * page is fetched when it is first opened, without what the frame has brought.
 */
export const OffersRouter = () => (
  <OffersRoot>
    <OffersHeader />
    <main>
      <Suspense fallback={<PageLoading />}>
        <Routes>
          <Route path="/" element={<CataloguePage />} />
          <Route path="/compare" element={<ComparePage />} />
          <Route path="/o/:name" element={<OfferPage />} />
          <Route path="/slack" element={<SlackPage />} />
          <Route path="/me/announcements" element={<WishesPage />} />
          <Route path="*" element={<StaffPages />} />
        </Routes>
      </Suspense>
    </main>
  </OffersRoot>
);
