import { z } from 'zod';
import { AUDIT_SUBJECT_KINDS } from '../vocabulary';

/** What an entry of the audit log can be about. @public */
export const auditSubjectKindSchema = z.enum(AUDIT_SUBJECT_KINDS).meta({ id: 'AuditSubjectKind' });

/** What an entry of the audit log can be about. @public */
export type AuditSubjectKind = z.infer<typeof auditSubjectKindSchema>;
