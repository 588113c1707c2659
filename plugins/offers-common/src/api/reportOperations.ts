import { operation } from './operation';
import { reportQuerySchema, valueStreamReportSchema } from './reports';

/** The operations on figures. */
export const reportOperations = {
  valueStreamReport: operation({
    method: 'get',
    path: '/reports/value-stream',
    summary: 'Lead times, waits, dates kept, completeness, margins and announcements within a time',
    tag: 'reports',
    caller: 'user',
    query: reportQuerySchema,
    status: 200,
    response: valueStreamReportSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
