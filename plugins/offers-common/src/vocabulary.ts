/*
 * The closed lists of the language, without a library: schemas are made of them, and pages in a browser, which
 * need no schema to choose a word, read them alone.
 */

/** What an offer sells on an Actual Product Instance. @public */
export const INTERACTIONS = ['provision', 'change', 'decommission', 'support'] as const;

/** What an offer is to consumers at an instant. @public */
export const PUBLIC_STATES = [
  'draft',
  'scheduled',
  'available',
  'canary',
  'held',
  'suspended',
  'ending',
  'ended',
] as const;

/** The states in which an offer is listed. @public */
export const LISTED_STATES = ['available', 'canary', 'held', 'suspended', 'ending'] as const;

/** The states of a release plan. @public */
export const PLAN_STATES = [
  'draft',
  'submitted',
  'changes-requested',
  'approved',
  'implementing',
  'ready',
  'released',
  'rejected',
  'cancelled',
] as const;

/** What brings a plan into another state. @public */
export const PLAN_TURNS = [
  'submit',
  'approve',
  'reject',
  'request-changes',
  'void-approvals',
  'withdraw',
  'expire',
  'break-glass',
  'implement',
  'make-ready',
  'release',
  'cancel',
] as const;

/** What a plan does. @public */
export const SCENARIOS = ['new', 'change', 'bundle', 'terminate'] as const;

/** What a demand is for. @public */
export const DEMAND_KINDS = ['new', 'bundle', 'change', 'termination'] as const;

/** Where a demand comes from. @public */
export const DEMAND_SOURCES = [
  'product-release',
  'product-manager',
  'consumer',
  'improvement-driver',
] as const;

/** How much a demand matters. @public */
export const DEMAND_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;

/** The states of a demand. @public */
export const DEMAND_STATES = [
  'raised',
  'triaged',
  'planned',
  'done',
  'declined',
  'merged',
] as const;

/** Where a person acts. @public */
export const SURFACES = ['portal', 'slack', 'api', 'system'] as const;

/** What an entry of the audit log can be about. @public */
export const AUDIT_SUBJECT_KINDS = [
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
] as const;

/** In which order a view shows its offers. @public */
export const VIEW_SORTS = ['title', 'new', 'lead-time'] as const;

/** What the catalogue is ordered by. @public */
export const CATALOGUE_SORTS = [
  'title',
  'popular',
  'new',
  'lead-time',
  'price',
  'relevance',
] as const;

/** How a row of a source and the offer that it became may have come apart. @public */
export const driftKinds = ['changed', 'new', 'gone', 'ended', 'rejected'] as const;

/** Who a document is for. @public */
export const READERS = ['consumers', 'support', 'operations'] as const;

/** The statuses of a product release. @public */
export const PRODUCT_RELEASE_STATUSES = ['released', 'deployed', 'withdrawn'] as const;

/** The one table of what can be waived; why so stands at its schema. @public */
export const WAIVABLE_CRITERIA = [
  'summary',
  'category',
  'cost',
  'margin',
  'terms',
  'fulfilment-plan',
  'support-plan',
  'decommission-plan',
  'runbook',
  'knowledge',
  'training',
  'termination-notice',
] as const;

/** The one of a list that a text names; undefined when it names none. @public */
export function oneOf<const T extends string>(list: readonly T[], text: unknown): T | undefined {
  return list.find(each => each === text);
}
