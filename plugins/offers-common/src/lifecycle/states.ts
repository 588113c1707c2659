import { z } from 'zod';
import { PUBLIC_STATES } from '../vocabulary';

/** What an offer is to consumers at an instant, computed from what is stored (design: "public state"). @public */
export const publicStateSchema = z.enum(PUBLIC_STATES).meta({ id: 'PublicState' });

/** What an offer is to consumers at an instant. @public */
export type PublicState = z.infer<typeof publicStateSchema>;
