import { PlanCard } from '@offerdesk/backstage-plugin-offers-common';
import { aCard, anImpact } from './builders';

const AT = '2026-11-23T17:00:00.000Z';

/** A card whose every text is one that somebody wrote. */
export function cardSaying(text: string, changes: Partial<PlanCard> = {}): PlanCard {
  const person = { ref: 'user:default/eve', name: text };
  const step = {
    id: 'x',
    title: text,
    given: 0,
    needed: 1,
    state: 'open' as const,
    approvers: [text],
    fallback: [],
    decideIn: 'anywhere' as const,
    lowRisk: false,
    escalatesAt: AT,
  };
  const change = { field: 'f', label: text, before: text, after: text, material: true };
  const decision = { decider: person, onBehalfOf: person, at: AT, voided: false, reason: text };
  return aCard({
    title: text,
    note: text,
    requestedBy: person,
    impact: [
      anImpact({
        title: text,
        kind: 'change',
        changes: [change],
        audienceGained: [{ principal: text }],
        audienceLost: [{ principal: text }],
        mayOrder: [{ principal: text }],
        bundles: [{ id: 'b', title: text }],
        subscriptions: 3,
        orders: 1,
      }),
    ],
    structure: [change],
    missing: [text],
    cautions: [text],
    waived: [{ title: text, by: person, reason: text, until: AT }],
    clashes: [{ kind: 'freeze', about: [text], from: AT, until: AT }],
    approval: {
      ...aCard().approval,
      steps: [step, { ...step, state: 'waiting' }],
      breakGlass: { by: text, at: AT, reason: text },
    },
    decisions: [{ ...decision, verdict: 'reject' }],
    reader: { canDecide: false, refusal: text, onBehalfOf: person },
    ...changes,
  });
}
