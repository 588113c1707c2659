import { lazy } from 'react';
import { Route } from 'react-router-dom';

const PlanBoardPage = lazy(() => import('../plans/PlanBoardPage'));
const OperationsPage = lazy(() => import('../operations/OperationsPage'));
const OperatePage = lazy(() => import('../operations/OperatePage'));
const CalendarPage = lazy(() => import('../calendar/CalendarPage'));

/** The pages for those who look after offers; each is fetched when it is first opened. */
export const staffRoutes = (
  <>
    <Route path="/plans/board" element={<PlanBoardPage />} />
    <Route path="/plans/calendar" element={<CalendarPage />} />
    <Route path="/operations" element={<OperationsPage />} />
    <Route path="/operations/:id" element={<OperatePage />} />
  </>
);
