import {
  AuditLink,
  AuditSubjectKind,
  auditSubjectKindSchema,
  OffersSignal,
} from '@offerdesk/backstage-plugin-offers-common';

/** Which pages are worth reading again when something of a kind has changed. */
const ABOUT: Readonly<Record<AuditSubjectKind, OffersSignal['about']>> = {
  announcement: 'deliveries',
  delegation: 'plans',
  demand: 'demands',
  offer: 'catalogue',
  party: 'catalogue',
  plan: 'plans',
  'price-list': 'catalogue',
  'product-release': 'catalogue',
  'slack-link': 'deliveries',
  'slack-workspace': 'deliveries',
  source: 'sources',
  structure: 'catalogue',
  waiver: 'plans',
};

/** What happens to drafts alone: the catalogue is as it was. */
const OF_DRAFTS: ReadonlySet<string> = new Set([
  'offer.create',
  'offer.edit',
  'offer.import',
  'offer.next-version',
  'offer.discard-draft',
]);

/** What a hint about an entry says: a kind of thing, and nothing about which (rule 1). */
export function signalAbout({
  action,
  subjectKind,
}: Pick<AuditLink, 'action' | 'subjectKind'>): OffersSignal['about'] {
  if (action.startsWith('delivery.')) return 'deliveries';
  if (OF_DRAFTS.has(action)) return 'drafts';
  const kind = auditSubjectKindSchema.safeParse(subjectKind);
  return kind.success ? ABOUT[kind.data] : 'catalogue';
}
