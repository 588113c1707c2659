import type { PlanCalendar, PlanState } from '@offerdesk/backstage-plugin-offers-common';

/** States of a plan whose dates can be counted on: it was approved, and was not cancelled. */
const SETTLED: readonly PlanState[] = ['approved', 'implementing', 'ready', 'released'];

/**
 * What takes effect: releases, notices and ends, for those who run what is offered. Preparing is the work of others.
 *
 * @param withUnsettled - also what is not approved yet, and may come otherwise or never
 */
export function effectsOf(calendar: PlanCalendar, withUnsettled: boolean): PlanCalendar {
  const plans = calendar.plans.filter(({ state }) => withUnsettled || SETTLED.includes(state));
  const known = new Set(plans.map(({ id }) => id));
  return {
    ...calendar,
    plans,
    events: calendar.events.filter(
      ({ planId, kind }) => known.has(planId) && kind !== 'preparation',
    ),
    clashes: calendar.clashes.filter(({ planIds }) => planIds.every(id => known.has(id))),
  };
}
