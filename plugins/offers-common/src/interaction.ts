import { z } from 'zod';
import { INTERACTIONS } from './vocabulary';

/** What an offer sells on an Actual Product Instance. @public */
export const interactionSchema = z.enum(INTERACTIONS).meta({ id: 'Interaction' });

/** What an offer sells on an Actual Product Instance. @public */
export type Interaction = z.infer<typeof interactionSchema>;
