import { z } from 'zod';
import { accessSchema } from './access';
import { bundleSchema } from './bundle';
import { informationSchema } from './information';
import { knowledgeSchema, monitoringSchema } from './knowledge';
import { optionsSchema } from './options';
import { plansSchema } from './plans';
import { pricingSchema } from './pricing';
import { productSchema } from './product';
import { successionSchema } from './succession';
import { termsSchema } from './terms';
import { validitySchema } from './validity';

/** What a version says (design: "Content of a version"). A draft may be incomplete; the gates say what is missing. @public */
export const contentSchema = z
  .strictObject({
    information: informationSchema,
    product: productSchema.prefault({}),
    validity: validitySchema.prefault({}),
    access: accessSchema.prefault({}),
    pricing: pricingSchema.prefault({}),
    terms: termsSchema.prefault({}),
    options: optionsSchema.prefault({}),
    plans: plansSchema.prefault({}),
    knowledge: knowledgeSchema.prefault({}),
    monitoring: monitoringSchema.prefault({}),
    bundle: bundleSchema.optional(),
    succession: successionSchema.prefault({}),
  })
  .meta({ id: 'Content' });

/** What a version says. @public */
export type Content = z.infer<typeof contentSchema>;

/** A part of the content. @public */
export type ContentPart = keyof Content;

/**
 * The one table of what an approval is given on: a change of a material part voids approvals (rule 3),
 * a change of an editorial part does not.
 * @public
 */
export const partKinds: Readonly<Record<ContentPart, 'material' | 'editorial'>> = {
  information: 'editorial',
  product: 'material',
  validity: 'material',
  access: 'material',
  pricing: 'material',
  terms: 'material',
  options: 'material',
  plans: 'material',
  knowledge: 'editorial',
  monitoring: 'editorial',
  bundle: 'material',
  succession: 'material',
};

/** The parts whose change voids approvals. @public */
export const materialParts: readonly ContentPart[] = contentSchema
  .keyof()
  .options.filter(part => partKinds[part] === 'material');

/** A version's content as it is written: what has a default may be absent. @public */
export type ContentInput = z.input<typeof contentSchema>;
