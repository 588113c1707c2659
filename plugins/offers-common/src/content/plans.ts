import { z } from 'zod';
import { entityRefSchema } from '../refs';

/** Who fulfils or supports: a group of ours, or a named supplier. @public */
export const partySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('internal'), ref: entityRefSchema }),
    z.strictObject({
      kind: z.literal('external'),
      name: z.string().trim().min(1, 'Name the supplier').max(120),
    }),
  ])
  .meta({ id: 'Party' });

/** Who fulfils or supports. @public */
export type Party = z.infer<typeof partySchema>;

const reference = z
  .string()
  .trim()
  .min(1, 'Say where the plan is: a template, a queue, a document')
  .max(500);

const parties = z.array(partySchema).max(20).default([]);

/**
 * How an order of the offer is fulfilled. `manual` is work by a party; `open-service-broker` names the
 * service and plan of a broker; `scaffolder` names a software template.
 * @public
 */
export const fulfilmentPlanSchema = z
  .strictObject({
    driver: z.enum(['manual', 'open-service-broker', 'scaffolder']),
    reference,
    parties,
    riskRoute: z.enum(['request', 'change']).default('request'),
  })
  .meta({ id: 'FulfilmentPlan' });

/** How support requests are handled. @public */
export const supportPlanSchema = z.strictObject({ reference, parties }).meta({ id: 'SupportPlan' });

/** The plans for fulfilment and support (material). @public */
export const plansSchema = z
  .strictObject({
    fulfilment: fulfilmentPlanSchema.optional(),
    support: supportPlanSchema.optional(),
  })
  .meta({ id: 'Plans' });
