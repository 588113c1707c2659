import { z } from 'zod';
import { READERS } from '../vocabulary';
import { entityRefSchema, webAddressSchema } from '../refs';

const title = z.string().trim().min(1, 'Give the link a title').max(200);

/** Who a document is for. @public */
export const readersSchema = z.enum(READERS).meta({ id: 'Readers' });

/** A titled link. @public */
export const linkSchema = z
  .strictObject({ title, url: webAddressSchema })
  .meta({ id: 'TitledLink' });

/**
 * A document: an address, or the TechDocs of a software-catalogue entity with the page in it; and whom it
 * is for, where that is not everybody. What is not for consumers is not shown to them.
 * @public
 */
export const documentSchema = z
  .strictObject({
    title,
    url: webAddressSchema.optional(),
    techdocs: z
      .strictObject({
        entity: entityRefSchema,
        path: z
          .string()
          .max(500)
          .regex(/^[A-Za-z0-9._~/-]*$/, 'Give the path of the page, such as how-to/restore')
          .default(''),
      })
      .optional(),
    for: z.array(readersSchema).max(3).default([]),
  })
  .refine(({ url, techdocs }) => (url === undefined) !== (techdocs === undefined), {
    error: 'Give an address, or the TechDocs of an entity',
    path: ['url'],
  })
  .meta({
    id: 'KnowledgeDocument',
    example: { title: 'Manual', url: 'https://docs.example.com/postgres', for: [] },
  });

/** A document. @public */
export type KnowledgeDocument = z.infer<typeof documentSchema>;

const documents = z.array(documentSchema).max(50).default([]);

/** What consumers and supporters read and learn (editorial). @public */
export const knowledgeSchema = z
  .strictObject({
    runbooks: documents,
    documents,
    training: documents,
    trainingRequired: z.boolean().default(false),
  })
  .meta({ id: 'Knowledge' });

/** How the service is watched (editorial). @public */
export const monitoringSchema = z
  .strictObject({
    links: z.array(linkSchema).max(50).default([]),
    entities: z.array(entityRefSchema).max(20).default([]),
  })
  .meta({ id: 'Monitoring' });
