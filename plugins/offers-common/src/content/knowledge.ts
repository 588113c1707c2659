import { z } from 'zod';
import { webAddressSchema } from '../refs';

/** A titled link. @public */
export const linkSchema = z
  .strictObject({
    title: z.string().trim().min(1, 'Give the link a title').max(200),
    url: webAddressSchema,
  })
  .meta({ id: 'TitledLink' });

const links = z.array(linkSchema).max(50).default([]);

/** What consumers and supporters read and learn (editorial). @public */
export const knowledgeSchema = z
  .strictObject({
    runbooks: links,
    documents: links,
    training: links,
    trainingRequired: z.boolean().default(false),
  })
  .meta({ id: 'Knowledge' });

/** How the service is watched (editorial). @public */
export const monitoringSchema = z.strictObject({ links }).meta({ id: 'Monitoring' });
