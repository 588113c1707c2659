import { offerNameSchema } from '@offerdesk/backstage-plugin-offers-common';
import { nameFrom } from './nameFrom';

describe('the name that is suggested for a title', () => {
  it.each([
    ['PostgreSQL – for Teams (EU)', 'postgresql-for-teams-eu'],
    ['Größere Datenbank, 2.0', 'grossere-datenbank-2-0'],
    [`${'a'.repeat(99)} b`, 'a'.repeat(99)],
  ])('of %s is %s, and one that an offer may have', (title, name) => {
    expect(nameFrom(title)).toBe(name);
    expect(offerNameSchema.safeParse(name).success).toBe(true);
  });

  it('is none where there is nothing to make it of', () => {
    expect(nameFrom('データ')).toBe('');
  });
});
