import { contentSchema } from '@offerdesk/backstage-plugin-offers-common';
import { completeContent } from '../__testUtils__/stories';
import { contentToRepeat } from './rollBack';

it('[rule 10] what comes back has its prices for new orders, and says nothing to who ordered since', () => {
  const { pricing, ...rest } = contentSchema.parse(completeContent());
  const content = { ...rest, pricing: { ...pricing, existingFrom: '2026-12-01T00:00:00.000Z' } };
  expect(contentToRepeat({ content }).pricing).toEqual(pricing);
  expect(content.pricing.existingFrom).toBeDefined();
});
