import { z } from 'zod';
import { capabilityNames, roleSchema } from '../roles';

/** Who is asking, and what the roles of the configuration let them do. @public */
export const meSchema = z
  .strictObject({
    user: z.string(),
    roles: z.array(roleSchema),
    can: z.array(z.enum(capabilityNames)),
    approver: z.boolean(),
    owner: z.boolean().meta({
      description: 'Whether they or a group of theirs own an offer, which they read as staff does',
    }),
    channels: z.record(z.string(), z.string()).meta({
      description:
        'What the Slack channels of the configuration are called, by their ids; for who reads more than the catalogue',
      example: { C0123ABCD: 'platform-offers' },
    }),
  })
  .meta({ id: 'Me' });

/** Who is asking, and what they may do. @public */
export type Me = z.infer<typeof meSchema>;

/** The categories that there are now, in the order of the tree. @public */
export const categoriesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        parent: z.string().optional(),
        catalogue: z.string(),
      }),
    ),
  })
  .meta({ id: 'Categories' });

/** The categories that there are now. @public */
export type Categories = z.infer<typeof categoriesSchema>;

/** What became of one row of a source. @public */
export const importRowSchema = z
  .strictObject({
    key: z.string().meta({ description: "The row's own id in the source" }),
    title: z.string(),
    outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
    reason: z.string().optional(),
    offerId: z.string().optional(),
    offerName: z.string().optional(),
  })
  .meta({ id: 'ImportRow' });

/** What became of one row of a source. @public */
export type ImportRow = z.infer<typeof importRowSchema>;

/** What an import did, row by row. @public */
export const importReportSchema = z
  .strictObject({
    id: z.string(),
    sourceId: z.string(),
    at: z.string(),
    by: z.string(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    rows: z.array(importRowSchema),
  })
  .meta({ id: 'ImportReport' });

/** What an import did, row by row. @public */
export type ImportReport = z.infer<typeof importReportSchema>;

/** A place that offers can be imported from. @public */
export const sourceSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    lastImport: importReportSchema.omit({ rows: true }).optional(),
  })
  .meta({ id: 'Source' });

/** A place that offers can be imported from. @public */
export type Source = z.infer<typeof sourceSchema>;

/** All sources. @public */
export const sourcesSchema = z
  .strictObject({ items: z.array(sourceSchema) })
  .meta({ id: 'Sources' });
