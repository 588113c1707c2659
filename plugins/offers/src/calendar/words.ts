import type { CalendarEvent } from '@offerdesk/backstage-plugin-offers-common';

/** What happens on a date of a plan. */
export const eventKinds: Readonly<Record<CalendarEvent['kind'], string>> = {
  preparation: 'Preparation',
  release: 'Release',
  notice: 'Notice',
  end: 'End',
};
