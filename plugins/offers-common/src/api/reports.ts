import { z } from 'zod';
import { instantSchema } from '../instant';
import { planStateSchema } from '../lifecycle/planStates';
import { scenarioSchema } from '../plan/scenario';
import { marginSchema } from '../pricing/margin';
import { announcementKindSchema } from './deliveries';

/** The time that a report looks at, from and until (not included), and the catalogue; absent: all. @public */
export const reportQuerySchema = z.strictObject({
  from: instantSchema,
  until: instantSchema,
  catalogue: z.string().min(1).max(63).optional().meta({
    description: 'Name of a catalogue: only plans that touch its offers, and these offers',
    example: 'default',
  }),
});

/** The time and the catalogue that a report looks at. @public */
export type ReportQuery = z.output<typeof reportQuerySchema>;

const count = z.int().min(0);

/** How long some things took: the middle one, and the one that nine of ten did not exceed; absent of none. */
const spread = {
  plans: count,
  medianSeconds: count.optional(),
  ninthTenthSeconds: count.optional(),
};

/** The stages of the value stream, and the whole of them. @public */
export const reportStageSchema = z.enum(['define', 'implement', 'publish', 'whole']);

/** A stage of the value stream, or the whole of it. @public */
export type ReportStage = z.infer<typeof reportStageSchema>;

/** How long a plan waited for a decision, in days. @public */
export const waitBandSchema = z.enum(['under-1', '1-to-3', '3-to-7', 'over-7']);

/** How much an offer misses. @public */
export const gapBandSchema = z.enum(['none', 'few', 'many']);

const reportedMargin = z.strictObject({
  planId: z.string(),
  offerId: z.string(),
  name: z.string(),
  title: z.string(),
  releasedAt: z.string(),
  before: marginSchema.optional(),
  after: marginSchema,
});

/** Figures of the value stream; what it says of plans released was so at their release. @public */
export const valueStreamReportSchema = z
  .strictObject({
    leadTimes: z
      .array(z.strictObject({ stage: reportStageSchema, ...spread }))
      .meta({ description: 'How long plans that were released in the time were in each stage' }),
    months: z
      .array(z.strictObject({ month: z.string(), stage: reportStageSchema, ...spread }))
      .meta({ description: 'The same by the month of the release, in UTC' }),
    approvals: z.strictObject({
      decided: z.strictObject(spread),
      waits: z.array(
        z.strictObject({
          band: waitBandSchema,
          decided: count.meta({ description: 'Waits that ended in the time' }),
          waiting: count.meta({ description: 'Plans that wait now' }),
        }),
      ),
    }),
    activation: z.strictObject({
      onTime: count.meta({ description: 'Released in the time, by their date' }),
      late: count.meta({ description: 'Released in the time, after their date' }),
      ahead: count.meta({ description: 'Under way, with a date in the time that is to come' }),
      overdue: count.meta({ description: 'Under way, with a date in the time that has passed' }),
    }),
    scenarios: z.array(z.strictObject({ scenario: scenarioSchema, begun: count, released: count })),
    states: z
      .array(z.strictObject({ state: planStateSchema, plans: count }))
      .meta({ description: 'Where plans that were begun in the time stand now' }),
    completeness: z
      .array(z.strictObject({ missing: gapBandSchema, drafts: count, published: count }))
      .meta({
        description:
          'Offers now, by how many criteria their draft misses, or without one their latest version',
      }),
    announcements: z.array(
      z.strictObject({
        kind: announcementKindSchema,
        announcements: count,
        sent: count,
        waiting: count,
        failed: count,
        withheld: count,
      }),
    ),
    margins: z
      .strictObject({
        items: z.array(reportedMargin),
        isCut: z.boolean().meta({ description: 'Whether there were more than are listed' }),
      })
      .optional()
      .meta({
        description:
          'Price and margin of what was released in the time, latest first, of offers whose cost the person may read; absent where they may read none',
      }),
  })
  .meta({ id: 'ValueStreamReport' });

/** Figures of the value stream. @public */
export type ValueStreamReport = z.infer<typeof valueStreamReportSchema>;
