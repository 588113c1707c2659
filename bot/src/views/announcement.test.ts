import { anAnnouncement } from '../__testUtils__/builders';
import { announcement } from './announcement';

const wordsOf = (drawn: ReturnType<typeof announcement>) => JSON.stringify(drawn.blocks);

it('says of a change what was before and what is now, and nothing where that is not for all', () => {
  const kind = 'changed' as const;
  const changes = [
    {
      field: 'content.pricing.priceLists',
      label: 'Price',
      before: '80.00 EUR a month',
      after: '90.00 EUR a month',
      material: true,
    },
  ];
  const told = wordsOf(announcement(anAnnouncement({ kind, changes })));
  expect(told).toContain('*What changed*\\n• Price: 80.00 EUR a month → 90.00 EUR a month');
  expect(wordsOf(announcement(anAnnouncement({ kind })))).not.toContain('What changed');
});
