import {
  ActPreview,
  Charge,
  DecisionNote,
  formatAmount,
  PlanState,
  PlanTurnKind,
  PriceList,
  scenarioRules,
  scenarioSchema,
  Surface,
} from '@offerdesk/backstage-plugin-offers-common';
import { inline, readersDate, refWords } from './text';

/** What a plan's state is called, with its mark. */
export const planStateWords: Readonly<Record<PlanState, string>> = {
  draft: '📝 Draft',
  submitted: '⏳ Waiting for approval',
  'changes-requested': '✏️ Changes requested',
  approved: '✅ Approved',
  implementing: '✅ Approved, being implemented',
  ready: '✅ Approved, ready to publish',
  released: '🚀 Published',
  rejected: '⛔ Rejected',
  cancelled: '🚫 Cancelled',
};

/** What somebody did to a plan, with its mark, and what that means for it where the word alone does not say it. */
export const verdictWords: Readonly<
  Record<DecisionNote['verdict'] | PlanTurnKind, readonly [mark: string, did: string, so?: string]>
> = {
  approve: ['✅', 'approved'],
  reject: ['⛔', 'rejected'],
  'request-changes': ['✏️', 'asked for changes'],
  submit: ['📮', 'submitted the plan again', 'it asks for a decision'],
  'void-approvals': ['↩️', 'changed the content', 'earlier decisions count no more'],
  withdraw: ['↩️', 'changed the content', 'the plan is a draft again'],
  expire: ['⌛', 'took the plan back', 'nobody decided in time'],
  'break-glass': ['🚨', 'approved alone, in an emergency'],
  implement: ['🛠️', 'began to implement it'],
  'make-ready': ['✅', 'called it ready to publish'],
  release: ['🚀', 'published'],
  cancel: ['🚫', 'cancelled'],
};

/** What a plan of a scenario does. */
export function scenarioWords(scenario: string): string {
  const known = scenarioSchema.safeParse(scenario);
  return known.success ? scenarioRules[known.data].title : inline(scenario);
}

/** Where somebody acted. */
export const surfaceWords: Readonly<Record<Surface, string>> = {
  portal: 'in the portal',
  slack: 'in Slack',
  api: 'through the API',
  system: 'by rule',
};

/** The prices of an offer, one a line; amounts with the digits of their currency. */
export function priceLines(priceLists: readonly PriceList[]): string[] {
  return priceLists.flatMap(({ currency, charges }) =>
    charges.map(charge => `${chargeWords(charge, currency)} · ${inline(charge.label)}`),
  );
}

function chargeWords(charge: Charge, currency: string): string {
  const amount = formatAmount(charge.amount, currency);
  if (charge.kind === 'recurring') return `${amount} a ${charge.period}`;
  return charge.kind === 'usage' ? `${amount} a ${inline(charge.unit)}` : `${amount} once`;
}

/** Calendar days from order to delivery. */
export function leadTimeWords(days: number | undefined): string | undefined {
  if (days === undefined) return undefined;
  if (days === 0) return 'The same day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** Groups and people with how many they are, where the catalogue tells. */
export function reachWords(
  reach: readonly {
    principal: string;
    people?: number | undefined;
    name?: string | undefined;
  }[],
): string {
  if (reach.length === 0) return '_nobody_';
  const shown = reach.slice(0, 20).map(({ principal, people, name: called }) => {
    const name = `*${inline(called ?? refWords(principal), 80)}*`;
    if (principal.startsWith('user:')) return name;
    if (people === undefined) return `${name} (number unknown)`;
    return `${name} (${people} ${people === 1 ? 'person' : 'people'})`;
  });
  const left = reach.length - shown.length;
  return [...shown, ...(left > 0 ? [`_and ${left} more_`] : [])].join(', ');
}

/** From when until when, in the reader's zone. */
export function validityWords(from: string, until: string | undefined): string {
  return until
    ? `${readersDate(from)} until ${readersDate(until)}`
    : `${readersDate(from)}, open-ended`;
}

const servedWords: Readonly<Record<string, string>> = {
  available: 'available',
  canary: 'available to a ring',
  held: 'held (a product release that it needs is not deployed)',
  suspended: 'suspended (seen, and not ordered)',
  ending: 'available, and ending',
};

/** From when until when which version is served to whom, in which state. */
export function segmentWords(segment: ActPreview['then'][number]): string {
  const { from, until, version, state, audience } = segment;
  return `version ${version}, ${servedWords[state] ?? inline(state)}${audienceWords(audience)}: ${validityWords(from, until)}`;
}

function audienceWords(audience: ActPreview['then'][number]['audience']): string {
  if (audience.whom === 'all') return '';
  const { groups, percent } = audience.ring;
  const names = groups.slice(0, 5).map(group => inline(refWords(group), 60));
  const more = groups.length > names.length ? ` and ${groups.length - names.length} more` : '';
  const parts = [
    ...(names.length > 0 ? [names.join(', ') + more] : []),
    ...(percent > 0 ? [`${percent} %`] : []),
  ];
  const ring = parts.join(' and ') || 'nobody';
  return audience.whom === 'in' ? ` for ${ring}` : ` for everybody but ${ring}`;
}
