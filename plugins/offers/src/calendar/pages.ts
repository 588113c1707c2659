/* The calendars share most of what they are made of, so they are loaded together. */
export { default as ReleaseCalendarPage } from '../operations/ReleaseCalendarPage';
export { default as CalendarPage } from './CalendarPage';
