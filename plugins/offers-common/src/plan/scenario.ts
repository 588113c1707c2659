import { z } from 'zod';
import { SCENARIOS } from '../vocabulary';

/** What a plan does (design: "Release plan"). @public */
export const scenarioSchema = z.enum(SCENARIOS).meta({ id: 'Scenario' });

/** What a plan does. @public */
export type Scenario = z.infer<typeof scenarioSchema>;
