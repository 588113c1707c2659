import { z } from 'zod';

/** What an entry of the audit log can be about. @public */
export const auditSubjectKindSchema = z
  .enum([
    'announcement',
    'delegation',
    'demand',
    'offer',
    'party',
    'plan',
    'price-list',
    'product-release',
    'slack-link',
    'slack-workspace',
    'source',
    'structure',
    'waiver',
  ])
  .meta({ id: 'AuditSubjectKind' });

/** What an entry of the audit log can be about. @public */
export type AuditSubjectKind = z.infer<typeof auditSubjectKindSchema>;
