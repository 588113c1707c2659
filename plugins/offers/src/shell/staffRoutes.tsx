import { lazy } from 'react';
import { Route } from 'react-router-dom';

const PlanBoardPage = lazy(() => import('../plans/PlanBoardPage'));
const CalendarPage = lazy(() => import('../calendar/CalendarPage'));

/** The pages for those who look after offers; each is fetched when it is first opened. */
export const staffRoutes = (
  <>
    <Route path="/plans/board" element={<PlanBoardPage />} />
    <Route path="/plans/calendar" element={<CalendarPage />} />
  </>
);
