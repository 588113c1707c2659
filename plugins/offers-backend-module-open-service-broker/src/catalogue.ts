import { SourceError } from '@offerdesk/backstage-plugin-offers-node';
import { z } from 'zod';

/**
 * The catalogue of Open Service Broker API 2.17 ("Catalog Management"), as far as an offer is made of
 * it. The standard lets brokers add fields anywhere, so objects are loose; what is named here is checked.
 */
const idSchema = z
  .string()
  .min(1, 'is empty')
  .max(200, 'is longer than 200 characters')
  .regex(/^[^\s\p{Cc}\p{Cs}]+$/u, 'holds white space or control characters');

const metadataSchema = z.looseObject({
  displayName: z.string().optional(),
  longDescription: z.string().optional(),
  imageUrl: z.string().optional(),
  providerDisplayName: z.string().optional(),
  documentationUrl: z.string().optional(),
  supportUrl: z.string().optional(),
  costUrl: z.string().optional(),
});

const serviceSchema = z.looseObject({
  id: idSchema,
  name: z.string().min(1, 'is empty'),
  description: z.string(),
  bindable: z.boolean(),
  tags: z.array(z.string()).optional(),
  metadata: metadataSchema.optional(),
  plans: z.array(z.unknown()).min(1, 'holds none'),
});

/** A service of the catalogue. */
export type BrokerService = z.infer<typeof serviceSchema>;

const planSchema = z.looseObject({
  id: idSchema,
  name: z.string().min(1, 'is empty'),
  description: z.string(),
  free: z.boolean().optional(),
  metadata: metadataSchema
    .extend({ fixedParameters: z.record(z.string(), z.unknown()).optional() })
    .optional(),
  schemas: z
    .looseObject({
      service_instance: z
        .looseObject({
          create: z
            .looseObject({ parameters: z.record(z.string(), z.unknown()).optional() })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** A plan of a service. */
export type BrokerPlan = z.infer<typeof planSchema>;

/** What came of reading a service or a plan: itself, or why not, naming the field. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: string };

/**
 * The services of a catalogue, each still unchecked.
 * @throws SourceError when the answer is no catalogue
 */
export function servicesOf(catalogue: unknown, place: string): unknown[] {
  const parsed = z.looseObject({ services: z.array(z.unknown()) }).safeParse(catalogue);
  if (parsed.success) return parsed.data.services;
  throw new SourceError(
    `What ${place} holds is not an Open Service Broker catalogue: it has no list "services". Check that it is the answer of GET /v2/catalog.`,
  );
}

/** A service, when it is one. */
export function parseService(value: unknown): Parsed<BrokerService> {
  return parse(serviceSchema, value);
}

/** A plan, when it is one. */
export function parsePlan(value: unknown): Parsed<BrokerPlan> {
  return parse(planSchema, value);
}

function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') || 'the whole entry';
  return { ok: false, reason: `${field}: ${issue?.message ?? 'not as the standard asks'}` };
}
