import { Announcement } from '@offerdesk/backstage-plugin-offers-common';
import { noticeWords } from './noticeWords';

const announcement: Announcement = {
  announcementId: '0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3',
  kind: 'changed',
  title: 'PostgreSQL',
  summary: 'A database that somebody looks after.',
  priceLists: [],
  from: '2026-12-20T09:00:00.000Z',
  url: 'https://portal.example.com/offers/o/postgres',
};

const said = (over: Partial<Announcement>) =>
  noticeWords({ kind: 'announcement', announcement: { ...announcement, ...over } });

it('a notification of a change says what was before and what is now', () => {
  const changes = [
    { field: 'price', label: 'Price', before: '80 EUR a month', after: '90 EUR', material: true },
    { field: 'support', label: 'Support', after: 'group:default/operations', material: true },
    { field: 'notice', label: 'Notice', before: '30 days', material: true },
  ];
  expect(said({ changes })).toMatchObject({
    title: 'PostgreSQL has changed',
    description:
      'A database that somebody looks after. What changed: Price: 80 EUR a month → 90 EUR; Support: operations; Notice: 30 days → taken out.',
  });
  expect(said({})?.description).toBe('A database that somebody looks after.');
});
