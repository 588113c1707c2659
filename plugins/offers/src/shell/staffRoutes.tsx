import { lazy, type ComponentType } from 'react';
import { Route } from 'react-router-dom';
import DemandsPage from '../demand/DemandsPage';
import ManagePage from '../manage/ManagePage';
import OperationsPage from '../operations/OperationsPage';
import PlanPage from '../plans/PlanPage';
import PlansPage from '../plans/PlansPage';

/** A page on which offers are written: fetched together with the words for that. */
const writingPage = (page: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    const [{ default: Page }, { EditingWords }] = await Promise.all([
      page(),
      import('../words/EditingWords'),
    ]);
    const WritingPage = () => (
      <EditingWords>
        <Page />
      </EditingWords>
    );
    return { default: WritingPage };
  });

const DraftPage = writingPage(() => import('../editor/DraftPage'));
const SourcesPage = lazy(() => import('../sources/SourcesPage'));
const PlanBoardPage = lazy(() => import('../plans/PlanBoardPage'));
const OperatePage = lazy(() => import('../operations/OperatePage'));
const ReleaseCalendarPage = lazy(() =>
  import('../calendar/pages').then(({ ReleaseCalendarPage: page }) => ({ default: page })),
);
const AnnouncementsPage = lazy(() => import('../announcements/AnnouncementsPage'));
const NewPlanPage = writingPage(() => import('../wizard/NewPlanPage'));
const DemandPage = lazy(() => import('../demand/DemandPage'));
const ProductReleasesPage = lazy(() => import('../demand/ProductReleasesPage'));
const AuditPage = lazy(() => import('../audit/AuditPage'));
const DelegationsPage = lazy(() => import('../plans/DelegationsPage'));
const AccessPage = lazy(() => import('../access/AccessPage'));
const RecalculationPage = writingPage(() => import('../prices/RecalculationPage'));
const PriceListsPage = writingPage(() =>
  import('../references/pages').then(({ PriceListsPage: page }) => ({ default: page })),
);
const PartiesPage = writingPage(() =>
  import('../references/pages').then(({ PartiesPage: page }) => ({ default: page })),
);
const StructurePage = lazy(() => import('../structure/StructurePage'));
const ReportsPage = lazy(() => import('../reports/ReportsPage'));
const CalendarPage = lazy(() =>
  import('../calendar/pages').then(({ CalendarPage: page }) => ({ default: page })),
);

/**
 * The pages for those who look after offers. Those where they begin come together, since they share most of what they are made
 * of; each other one is fetched when it is first opened.
 */
export const staffRoutes = (
  <>
    <Route path="/manage" element={<ManagePage />} />
    <Route path="/manage/:id" element={<DraftPage />} />
    <Route path="/plans" element={<PlansPage />} />
    <Route path="/plans/:id" element={<PlanPage />} />
    <Route path="/sources" element={<SourcesPage />} />
    <Route path="/plans/board" element={<PlanBoardPage />} />
    <Route path="/plans/calendar" element={<CalendarPage />} />
    <Route path="/operations" element={<OperationsPage />} />
    <Route path="/operations/calendar" element={<ReleaseCalendarPage />} />
    <Route path="/operations/:id" element={<OperatePage />} />
    <Route path="/operations/:id/announcements" element={<AnnouncementsPage />} />
    <Route path="/plans/new" element={<NewPlanPage />} />
    <Route path="/demand" element={<DemandsPage />} />
    <Route path="/demand/product-releases" element={<ProductReleasesPage />} />
    <Route path="/demand/:id" element={<DemandPage />} />
    <Route path="/plans/stand-ins" element={<DelegationsPage />} />
    <Route path="/manage/access" element={<AccessPage />} />
    <Route path="/manage/prices" element={<RecalculationPage />} />
    <Route path="/manage/price-lists" element={<PriceListsPage />} />
    <Route path="/manage/parties" element={<PartiesPage />} />
    <Route path="/manage/structure" element={<StructurePage />} />
    <Route path="/reports" element={<ReportsPage />} />
    <Route path="/reports/audit" element={<AuditPage />} />
  </>
);
