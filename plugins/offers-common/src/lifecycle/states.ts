import { z } from 'zod';

/** What an offer is to consumers at an instant, computed from what is stored (design: "public state"). @public */
export const publicStateSchema = z
  .enum(['draft', 'scheduled', 'available', 'canary', 'held', 'suspended', 'ending', 'ended'])
  .meta({ id: 'PublicState' });

/** What an offer is to consumers at an instant. @public */
export type PublicState = z.infer<typeof publicStateSchema>;
