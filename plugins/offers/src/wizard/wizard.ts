import {
  instantOf,
  oneOf,
  scenarioRules,
  SCENARIOS,
  type LocalTime,
  type Scenario,
} from '@offerdesk/backstage-plugin-offers-common';
import type { PickedOffer } from '../demand/OfferPick';

/** How an offer ends, while it is written: local times where the API has a local time with its zone. */
export interface EndForm {
  offer: PickedOffer;
  ends: string;
  /** empty: as long before the end as was promised */
  notice: string;
  replacedBy: PickedOffer | undefined;
  noReplacement: string;
  subscriptions: 'end' | 'now' | 'on-date' | 'consumer-chooses';
  movesOn: string;
  reason: string;
}

/** A plan while it is made. */
export interface PlanDraft {
  scenario: Scenario;
  offers: PickedOffer[];
  ends: EndForm[];
  title: string;
  zone: string;
  release: string;
  preparation: string;
  note: string;
  demandIds: string[];
  /** offers that the address names, by id, until they are taken in */
  wanted: string[];
}

/** The scenario that an address names; a new offer unless it names one. */
export function scenarioOf(text: string | null): Scenario {
  return oneOf(SCENARIOS, text) ?? 'new';
}

/** An offer that shall end, before anything is said of how. */
export function endOf(offer: PickedOffer): EndForm {
  return {
    offer,
    ends: '',
    notice: '',
    replacedBy: undefined,
    noReplacement: '',
    subscriptions: 'end',
    movesOn: '',
    reason: '',
  };
}

/** The instant of a local time; undefined while it is none. */
export function instantIn(local: string, zone: string): string | undefined {
  if (!local) return undefined;
  const named = instantOf({ local, zone });
  return named.ok ? named.instant : undefined;
}

const END_FAULTS = [
  'fault.ends',
  'fault.notice',
  'fault.noticeLate',
  'fault.replacement',
  'fault.moveNowhere',
  'fault.movesOn',
  'fault.reason',
] as const;

/** What is missing of an end, as its message is called. */
export type EndFault = (typeof END_FAULTS)[number];

/** What is missing of a plan, as its message is called, and of which offer. */
export interface PlanFault {
  fault: EndFault | 'fault.noEnd' | 'fault.noOffer';
  of?: string;
}

/** What is still missing of an end; empty when it is whole. */
export function endFaults(end: EndForm, zone: string): EndFault[] {
  const [ends, notice] = [instantIn(end.ends, zone), instantIn(end.notice, zone)];
  const isMoving = end.subscriptions !== 'end';
  const isMovingOnDate = end.subscriptions === 'on-date';
  const holds = {
    'fault.ends': ends !== undefined,
    'fault.notice': !end.notice || notice !== undefined,
    'fault.noticeLate': !ends || !notice || notice < ends,
    'fault.replacement': Boolean(end.replacedBy ?? end.noReplacement.trim()),
    'fault.moveNowhere': !isMoving || end.replacedBy !== undefined,
    'fault.movesOn': !isMovingOnDate || instantIn(end.movesOn, zone) !== undefined,
    'fault.reason': end.reason.trim() !== '',
  };
  return END_FAULTS.filter(fault => !holds[fault]);
}

/** What is still missing of what a plan brings, and of which offer; empty when it can be planned. */
export function contentFaults({ scenario, offers, ends, zone }: PlanDraft): PlanFault[] {
  if (scenarioRules[scenario].ends) {
    if (ends.length === 0) return [{ fault: 'fault.noEnd' }];
    return ends.flatMap(end => endFaults(end, zone).map(fault => ({ fault, of: end.offer.title })));
  }
  return offers.length === 0 ? [{ fault: 'fault.noOffer' }] : [];
}

function moveOf(end: EndForm, zone: string) {
  return end.subscriptions === 'on-date'
    ? { when: 'on-date' as const, at: instantIn(end.movesOn, zone) ?? '' }
    : { when: end.subscriptions };
}

/** What is sent to make the plan. */
export function planBody(draft: PlanDraft) {
  const { scenario, offers, ends, zone, demandIds } = draft;
  const at = (local: string): LocalTime => ({ local, zone });
  const isEnding = scenarioRules[scenario].ends;
  return {
    scenario,
    ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
    offerIds: isEnding ? [] : offers.map(({ id }) => id),
    terminations: isEnding
      ? ends.map(end => ({
          offerId: end.offer.id,
          ends: at(end.ends),
          ...(end.notice ? { notice: at(end.notice) } : {}),
          ...(end.replacedBy
            ? { replacedBy: end.replacedBy.id }
            : { noReplacement: end.noReplacement.trim() }),
          subscriptions: moveOf(end, zone),
          reason: end.reason.trim(),
        }))
      : [],
    release: at(draft.release),
    ...(draft.preparation ? { preparation: at(draft.preparation) } : {}),
    note: draft.note.trim(),
    demandIds,
  };
}
