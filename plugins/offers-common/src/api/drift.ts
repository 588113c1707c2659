import { z } from 'zod';
import { driftKinds } from '../vocabulary';

/** A field in which an offer and the row that it came from differ, in words. @public */
export const driftFieldSchema = z
  .strictObject({
    field: z.string().meta({ example: 'content.information.summary' }),
    label: z.string().meta({ example: 'Summary' }),
    here: z.string().optional().meta({ description: 'As it is here; left out when it is empty' }),
    there: z.string().optional().meta({ description: 'As the source says it now' }),
    changedBy: z.enum(['source', 'here', 'both']).meta({
      description:
        'Who changed it since the last import; an import takes over what only the source changed',
    }),
  })
  .meta({ id: 'DriftField' });

/** A field in which an offer and the row that it came from differ. @public */
export type DriftField = z.infer<typeof driftFieldSchema>;

/** A row of a source, or an offer that came from one, where the two have come apart. @public */
export const driftRowSchema = z
  .strictObject({
    key: z.string().meta({ description: "The row's own id in the source" }),
    title: z.string(),
    kind: z.enum(driftKinds).meta({
      description:
        'changed: fields differ; new: not imported yet; gone: no longer in the source; ended: ended here, still in the source; rejected: cannot be imported',
    }),
    reason: z.string().optional().meta({ description: 'Why the row cannot be imported' }),
    offerId: z.string().optional(),
    offerName: z.string().optional(),
    hasDraft: z
      .boolean()
      .optional()
      .meta({ description: 'Whether there is a draft, which an import would change' }),
    fields: z.array(driftFieldSchema),
  })
  .meta({ id: 'DriftRow' });

/** A row of a source, or an offer that came from one, where the two have come apart. @public */
export type DriftRow = z.infer<typeof driftRowSchema>;

/** Where a source and the offers that came from it have come apart. @public */
export const driftReportSchema = z
  .strictObject({
    sourceId: z.string(),
    at: z.string().meta({ description: 'When the source was read (UTC)' }),
    inStep: z.int().meta({ description: 'Rows whose offer says what the source says' }),
    items: z.array(driftRowSchema),
  })
  .meta({ id: 'DriftReport' });

/** Where a source and the offers that came from it have come apart. @public */
export type DriftReport = z.infer<typeof driftReportSchema>;
