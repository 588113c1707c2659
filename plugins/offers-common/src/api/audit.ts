import { z } from 'zod';
import { surfaceSchema } from '../approval/approval';
import { auditSubjectKindSchema } from '../audit/subjects';
import { jsonSchema } from '../content/json';
import { instantSchema } from '../instant';
import { idSchema } from '../refs';
import { cursorSchema, limitSchema, pageOf } from './paging';

/** What an entry says was done: the area, a dot, and the verb, such as `plan.request-changes`. @public */
export const auditActionPattern = /^[a-z-]+\.[a-z-]+$/;

/** Which entries of the audit log are wanted. @public */
export const auditFiltersSchema = z.strictObject({
  subjectKind: auditSubjectKindSchema.optional(),
  subjectId: z.string().min(1).max(100).optional(),
  offer: idSchema.optional().meta({
    description: 'Id of an offer: what was done to it, and to the plans that release or end it',
  }),
  actor: z.string().max(255).toLowerCase().optional().meta({
    description: 'Entity ref of who acted, or the name of the part that did',
    example: 'user:default/carla',
  }),
  action: z
    .string()
    .max(60)
    .regex(/^[a-z-]+\.[a-z-]*$/, 'Give an action such as plan.approve, or an area such as plan.')
    .optional()
    .meta({
      description: 'An action, or an area of them when it ends with the dot',
      example: 'plan.approve',
    }),
  surface: surfaceSchema.optional(),
  from: instantSchema.optional().meta({ description: 'The instant itself is in' }),
  until: instantSchema.optional().meta({ description: 'The instant itself is out' }),
});

/** Which entries of the audit log are wanted. @public */
export type AuditFilters = z.output<typeof auditFiltersSchema>;

/** How the audit log is read. @public */
export const auditQuerySchema = auditFiltersSchema.extend({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How the audit log is read. @public */
export type AuditQuery = z.output<typeof auditQuerySchema>;

/** One change: who, when, where, why, what (rule 12). @public */
export const auditEntrySchema = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    surface: surfaceSchema,
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    reason: z.string().optional(),
    change: z.record(z.string(), jsonSchema),
  })
  .meta({ id: 'AuditEntry' });

/** One change. @public */
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** A page of the audit log, latest first. @public */
export const auditPageSchema = pageOf(auditEntrySchema).meta({ id: 'AuditPage' });

/** A page of the audit log. @public */
export type AuditPage = z.infer<typeof auditPageSchema>;

/** An entry as it is exported: word for word what its hash covers, and the hashes. @public */
export const auditLinkSchema = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    surface: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    reason: z.string().nullable(),
    change: z.string().meta({ description: 'What it changed: JSON as text, as it was hashed' }),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditLink' });

/** What a check of the audit log found (rule 12). @public */
export const auditCheckSchema = z
  .strictObject({
    whole: z.boolean(),
    entries: z.int().meta({ description: 'How many entries, from the first on, are whole' }),
    firstTouched: z
      .int()
      .optional()
      .meta({ description: 'Number of the first entry that was changed, removed or put in' }),
    head: z
      .strictObject({ seq: z.int(), hash: z.string() })
      .meta({ description: 'The last entry that is whole; note it elsewhere from time to time' }),
  })
  .meta({ id: 'AuditCheck' });

/** What a check of the audit log found. @public */
export type AuditCheck = z.infer<typeof auditCheckSchema>;
