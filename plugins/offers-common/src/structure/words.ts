import { z } from 'zod';

/** What people read of a part of the structure. */
export const titleSchema = z
  .string()
  .trim()
  .min(1, 'Give it a title')
  .max(120, 'A title has at most 120 characters')
  .regex(/[\p{L}\p{N}]/u, 'Give the title a letter or a digit')
  .regex(
    /^[^\n\r\u2028-\u202e\u2066-\u2069]*$/,
    'Keep the title on one line, without marks that turn its direction',
  );

/** What a part of the structure is for. */
export const descriptionSchema = z
  .string()
  .trim()
  .max(2_000, 'A description has at most 2,000 characters');
