import { z } from 'zod';
import { slugSchema, webAddressSchema } from '../refs';

/** What an offer is called and says of itself (editorial). @public */
export const informationSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1, 'Give the offer a title')
      .max(120, 'A title has at most 120 characters')
      .regex(/[\p{L}\p{N}]/u, 'Give the title a letter or a digit')
      .regex(
        /^[^\n\r\u2028-\u202e\u2066-\u2069]*$/,
        'Keep the title on one line, without marks that turn its direction',
      )
      .meta({ example: 'PostgreSQL for production' }),
    summary: z.string().trim().max(300, 'A summary has at most 300 characters').default(''),
    description: z
      .string()
      .max(20_000, 'A description has at most 20,000 characters')
      .default('')
      .meta({ description: 'Markdown' }),
    tags: z.array(z.string().trim().min(1).max(50)).max(30).default([]),
    category: slugSchema.optional().meta({ description: 'Id of a configured category' }),
    logo: webAddressSchema.optional(),
  })
  .meta({ id: 'Information' });

/** What an offer is called and says of itself. @public */
export type Information = z.infer<typeof informationSchema>;
