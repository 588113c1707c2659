import type { AnnouncementPreferences } from '../api/announcements';

/** Until a person says otherwise: only what they have to know, and that at once. @public */
export const usualPreferences: AnnouncementPreferences = {
  kinds: {
    upcoming: 'now',
    available: 'off',
    changed: 'off',
    ending: 'off',
    ended: 'off',
    promotion: 'off',
  },
  zone: 'UTC',
  time: '09:00',
  weekday: 1,
  quiet: null,
  quietByPolicy: null,
};
