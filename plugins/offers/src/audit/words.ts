import type { AuditSubjectKind } from '@offerdesk/backstage-plugin-offers-common';

/** What an entry of the audit log can be about, in words. */
export const subjectKinds: Readonly<Record<AuditSubjectKind, string>> = {
  announcement: 'Announcement',
  delegation: 'Stand-in',
  demand: 'Demand',
  offer: 'Offer',
  party: 'Party',
  plan: 'Plan',
  'price-list': 'Price list',
  'product-release': 'Product release',
  'slack-link': 'Linked Slack account',
  'slack-workspace': 'Slack workspace',
  source: 'Source',
  structure: 'Structure',
  waiver: 'Waiver',
};

/** An action as people say it: `Plan: request changes` of `plan.request-changes`. */
export function actionWords(action: string): string {
  const [area = '', verb = ''] = action.split('.');
  const plain = (text: string) => text.replace(/-/g, ' ');
  return `${area.charAt(0).toUpperCase()}${plain(area).slice(1)}: ${plain(verb)}`;
}
