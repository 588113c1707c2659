import {
  instantOf,
  scenarioRules,
  scenarioSchema,
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
}

/** The scenario that an address names; a new offer unless it names one. */
export function scenarioOf(text: string | null): Scenario {
  return scenarioSchema.safeParse(text).data ?? 'new';
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

/** What is still missing of an end, in words; empty when it is whole. */
export function endFaults(end: EndForm, zone: string): string[] {
  const [ends, notice] = [instantIn(end.ends, zone), instantIn(end.notice, zone)];
  return [
    ends ? '' : 'Say when it ends.',
    end.notice && !notice ? 'The notice is no date and time.' : '',
    ends && notice && notice >= ends ? 'Give notice before the end.' : '',
    end.replacedBy || end.noReplacement.trim() ? '' : 'Name a replacement, or why there is none.',
    end.subscriptions !== 'end' && !end.replacedBy
      ? 'Subscriptions can only move to a replacement.'
      : '',
    end.subscriptions === 'on-date' && !instantIn(end.movesOn, zone)
      ? 'Say when subscriptions move.'
      : '',
    end.reason.trim() ? '' : 'Say why it ends.',
  ].filter(Boolean);
}

/** What is still missing of what a plan brings, in words; empty when it can be planned. */
export function contentFaults({ scenario, offers, ends, zone }: PlanDraft): string[] {
  if (scenarioRules[scenario].ends) {
    if (ends.length === 0) return ['Name at least one offer that ends.'];
    return ends.flatMap(end => endFaults(end, zone).map(fault => `${end.offer.title}: ${fault}`));
  }
  return offers.length === 0 ? ['Name at least one offer.'] : [];
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
