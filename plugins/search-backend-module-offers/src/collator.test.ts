import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { OffersClient, PublicOffer } from '@offerdesk/backstage-plugin-offers-common';
import { OffersCollator } from './collator';
import { oldest, readSchedule } from './schedule';

const anOffer = (name: string): PublicOffer => ({
  id: `id-${name}`,
  name,
  title: 'PostgreSQL',
  summary: 'A managed database',
  description: '',
  tags: ['sql'],
  owner: 'group:default/operations',
  interaction: 'provision',
});

describe('the offers in search', () => {
  it('are every page of what everyone sees until the index is as old as it can become', async () => {
    const asked: unknown[] = [];
    const client = {
      call: async (...[, input, options]: unknown[]) => {
        asked.push({ input, options });
        return asked.length === 1
          ? { items: [anOffer('one')], nextCursor: 'abc' }
          : { items: [anOffer('two')] };
      },
    } as unknown as OffersClient;
    const collator = new OffersCollator({
      client,
      auth: mockServices.auth(),
      now: () => new Date('2026-12-01T09:00:00.000Z'),
      oldest: 1_200_000,
    });
    const documents = [];
    for await (const document of await collator.getCollator()) documents.push(document);
    expect(documents).toEqual([
      expect.objectContaining({ location: '/offers' }),
      expect.objectContaining({
        title: 'PostgreSQL',
        text: 'A managed database\nsql',
        location: '/offers/o/one',
        authorization: { resourceRef: 'id-one' },
      }),
      expect.objectContaining({ name: 'two' }),
    ]);
    expect(asked).toEqual([
      {
        input: { query: { until: '2026-12-01T09:20:00.000Z', limit: 100 } },
        options: { token: expect.any(String) },
      },
      expect.objectContaining({
        input: { query: { until: '2026-12-01T09:20:00.000Z', limit: 100, cursor: 'abc' } },
      }),
    ]);
  });

  it.each([
    [{}, 1_200_000],
    [{ frequency: { hours: 1, minutes: 30 }, timeout: { minutes: 1 } }, 10_800_000],
    [{ frequency: { cron: '0 * * * *' }, timeout: { minutes: 1 } }, 86_400_000],
  ])('count on nothing closing with the schedule %j for %d ms', (schedule, ms) => {
    const own = Object.keys(schedule).length > 0 ? { schedule } : {};
    const config = new ConfigReader({ search: { collators: { offers: own } } });
    expect(oldest(readSchedule(config))).toBe(ms);
  });
});
