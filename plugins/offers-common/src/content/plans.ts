import { z } from 'zod';
import { entityRefSchema, slugSchema } from '../refs';

const party = slugSchema.optional().meta({ description: 'Id of the party that is kept once' });

/**
 * Who fulfils or supports: a group of ours, or a named supplier. `party` names one that is kept once; its
 * name is copied here, so that a published version never changes (rule 2).
 * @public
 */
export const partySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('internal'), ref: entityRefSchema, party }),
    z.strictObject({
      kind: z.literal('external'),
      name: z.string().trim().min(1, 'Name the supplier').max(120),
      party,
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

/** How a plan is carried out: `manual` is work by a party; the others name a broker's service or a template. @public */
export const driverSchema = z
  .enum(
    ['manual', 'open-service-broker', 'scaffolder'],
    'Say how: by hand, by a service broker or by a software template',
  )
  .meta({ id: 'Driver' });

/** Whether a request is enough, or a change has to be approved. @public */
export const riskRouteSchema = z.enum(['request', 'change']).meta({ id: 'RiskRoute' });

const driven = {
  driver: driverSchema,
  reference,
  parties,
  riskRoute: riskRouteSchema.default('request'),
};

/**
 * How an order of the offer is fulfilled. `manual` is work by a party; `open-service-broker` names the
 * service and plan of a broker; `scaffolder` names a software template.
 * @public
 */
export const fulfilmentPlanSchema = z.strictObject(driven).meta({ id: 'FulfilmentPlan' });

/** How what was delivered is taken down again. @public */
export const decommissionPlanSchema = z.strictObject(driven).meta({ id: 'DecommissionPlan' });

/** How support requests are handled. @public */
export const supportPlanSchema = z.strictObject({ reference, parties }).meta({ id: 'SupportPlan' });

/** The plans for fulfilment, support and decommissioning (material). @public */
export const plansSchema = z
  .strictObject({
    fulfilment: fulfilmentPlanSchema.optional(),
    support: supportPlanSchema.optional(),
    decommission: decommissionPlanSchema.optional(),
  })
  .meta({ id: 'Plans' });
