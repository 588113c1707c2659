import { idSchema } from '@offerdesk/backstage-plugin-offers-common';
import { newIdAt } from './newId';

describe('a new id', () => {
  it('is a UUID of version 7 that begins with its instant', () => {
    // The example of RFC 9562, appendix A.6.
    const id = newIdAt(new Date('2022-02-22T19:22:22.000Z'));
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idSchema.parse(id)).toBe(id);
  });

  it('stands behind those that were made before, and is another one at the same instant', () => {
    const [first, second] = ['2026-12-01T09:00:00.000Z', '2026-12-01T09:00:00.001Z'].map(at =>
      newIdAt(new Date(at)),
    );
    expect(first && second && first < second).toBe(true);
    const same = new Date('2026-12-01T09:00:00.000Z');
    expect(new Set(Array.from({ length: 1_000 }, () => newIdAt(same))).size).toBe(1_000);
  });
});
