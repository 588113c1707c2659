import { z } from 'zod';

/** What is promised on delivery (material). @public */
export const termsSchema = z
  .strictObject({
    delivery: z
      .string()
      .trim()
      .max(5_000, 'Delivery terms have at most 5,000 characters')
      .default(''),
    leadTimeDays: z
      .int('Give whole days')
      .min(0, 'Give whole days, 0 or more')
      .max(3650)
      .optional()
      .meta({ description: 'Calendar days from order to delivery' }),
    noticePeriodDays: z.int('Give whole days').min(0).max(3650).optional(),
    serviceLevels: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(120),
          target: z.string().trim().min(1).max(200),
        }),
      )
      .max(30)
      .default([]),
    recordAcceptance: z.boolean().default(false),
  })
  .meta({ id: 'Terms' });
