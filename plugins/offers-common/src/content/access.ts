import { z } from 'zod';
import { principalSchema } from '../refs';

const principals = z.array(principalSchema).max(200, 'A list names at most 200 principals');

/** Who is in and who is out; `deny` wins over `allow`. @public */
export const audienceSchema = z
  .strictObject({ allow: principals.default([]), deny: principals.default([]) })
  .meta({ id: 'Audience' });

/** Who is in and who is out. @public */
export type Audience = z.infer<typeof audienceSchema>;

/**
 * One step of a canary release: some groups or people, a percentage of the audience, or both; who is in
 * either is in, as are those of the steps before. The next step begins when `holdHours` have passed, unless somebody holds or promotes it;
 * without `holdHours` it waits for a person.
 * @public
 */
export const ringSchema = z
  .strictObject({
    name: z.string().trim().min(1, 'Name the ring').max(60),
    groups: principals.default([]),
    percent: z
      .int('Give a whole percentage')
      .min(0)
      .max(100, 'Give a percentage from 0 to 100')
      .default(0),
    holdHours: z.int('Give whole hours').min(1).max(8_760).optional(),
  })
  .refine(({ groups, percent }) => groups.length > 0 || percent > 0, {
    error: 'Name groups, or a percentage of the audience',
    path: ['percent'],
  })
  .meta({ id: 'Ring' });

/** One step of a canary release. @public */
export type Ring = z.infer<typeof ringSchema>;

/** Who may see the offer, who of them may order it, and in which steps they get it (material). @public */
export const accessSchema = z
  .strictObject({
    see: audienceSchema.prefault({}),
    order: audienceSchema.prefault({}),
    rings: z
      .array(ringSchema)
      .max(10, 'A release has at most 10 rings')
      .refine(rings => new Set(rings.map(({ name }) => name)).size === rings.length, {
        error: 'Give each ring a name of its own',
      })
      .default([])
      .meta({ description: 'In order; after the last one everybody of the audience is served' }),
  })
  .meta({ id: 'Access' });

/** Who may see the offer, who of them may order it, and in which steps they get it. @public */
export type Access = z.infer<typeof accessSchema>;
