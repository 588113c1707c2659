import { z } from 'zod';

/** What an offer sells on an Actual Product Instance. @public */
export const interactionSchema = z
  .enum(['provision', 'change', 'decommission', 'support'])
  .meta({ id: 'Interaction' });

/** What an offer sells on an Actual Product Instance. @public */
export type Interaction = z.infer<typeof interactionSchema>;
