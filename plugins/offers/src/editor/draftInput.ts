import {
  instantOf,
  type Content,
  type ContentInput,
} from '@offerdesk/backstage-plugin-offers-common';
import { localInZone } from '../words/dates';
import type {
  ChargeForm,
  DocumentForm,
  DraftForm,
  DrivenForm,
  PartyForm,
  RingForm,
  SuccessionForm,
} from './draftForm';

interface Original {
  content: Pick<Content, 'validity' | 'pricing' | 'succession'>;
  zone: string;
}

/**
 * What the form would save, for the schema to judge.
 *
 * @param form - what the editor holds
 * @param original - what was loaded: an untouched instant goes back as it came, since a local time cannot tell the
 *   two hours apart that a clock change repeats (rule 13)
 */
export function fromForm(
  form: DraftForm,
  original: Original,
): { owner?: string; content: unknown } {
  const { information, pricing, terms, plans, validity, knowledge, access, monitoring } =
    form.content;
  const instant = (local: string, before: string | undefined) =>
    instantFrom(local, before, original.zone);
  return {
    ...(form.owner.trim() ? { owner: form.owner } : {}),
    content: {
      ...form.content,
      options: parsed(form.content.options),
      bundle: form.content.bundle ? parsed(form.content.bundle) : undefined,
      succession: successionInput(form.content.succession, original.content.succession, instant),
      access: { ...access, rings: access.rings.map(ringInput) },
      monitoring: { ...monitoring, entities: monitoring.entities.map(({ ref }) => ref) },
      information: {
        ...information,
        tags: information.tags
          .split(',')
          .map(tag => tag.trim())
          .filter(Boolean),
        category: information.category || undefined,
        logo: information.logo.trim() || undefined,
      },
      validity: {
        from: instant(validity.from, original.content.validity.from),
        until: instant(validity.until, original.content.validity.until),
      },
      pricing: {
        ...pricing,
        priceLists: pricing.priceLists.map(list => ({
          ...list,
          list: list.list || undefined,
          currency: list.currency.trim().toUpperCase(),
          charges: list.charges.map(chargeInput),
        })),
        marginFloorPercent: pricing.marginFloorPercent.trim() || undefined,
        existingFrom: instant(pricing.existingFrom, original.content.pricing.existingFrom),
      },
      terms: {
        ...terms,
        leadTimeDays: terms.leadTimeDays ?? undefined,
        noticePeriodDays: terms.noticePeriodDays ?? undefined,
      },
      plans: plansInput(plans),
      knowledge: {
        ...knowledge,
        runbooks: documentInputs(knowledge.runbooks),
        documents: documentInputs(knowledge.documents),
        training: documentInputs(knowledge.training),
      },
    } satisfies Record<keyof ContentInput, unknown>,
  };
}

function instantFrom(local: string, before: string | undefined, zone: string): string | undefined {
  if (!local) return undefined;
  if (before && localInZone(before, zone) === local) return before;
  const named = instantOf({ local, zone });
  return named.ok ? named.instant : local;
}

function documentInputs(documents: readonly DocumentForm[]) {
  // TechDocs and an address exclude each other: who writes an address replaces the TechDocs.
  return documents.map(({ url, entity, path, ...document }) =>
    entity.trim() && !url.trim()
      ? { ...document, techdocs: { entity, path: path.trim() } }
      : { ...document, url },
  );
}

function ringInput({ percent, holdHours, ...ring }: RingForm) {
  return { ...ring, percent: percent ?? 0, ...(holdHours === null ? {} : { holdHours }) };
}

function successionInput(
  { replaces, replacedBy, subscriptions, movesOn }: SuccessionForm,
  before: Content['succession'],
  instant: (local: string, before: string | undefined) => string | undefined,
) {
  const dated = before.subscriptions?.when === 'on-date' ? before.subscriptions.at : undefined;
  return {
    replaces,
    ...(replacedBy ? { replacedBy } : {}),
    ...(subscriptions === 'on-date'
      ? { subscriptions: { when: 'on-date', at: instant(movesOn, dated) } }
      : {}),
    ...(subscriptions && subscriptions !== 'on-date'
      ? { subscriptions: { when: subscriptions } }
      : {}),
  };
}

/** What a designer wrote. Text that is no JSON is no part of a content, and the schema says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function chargeInput({ kind, label, amount, period, unit, tiers }: ChargeForm) {
  return {
    kind,
    label,
    amount: amount.trim(),
    ...(kind === 'recurring' ? { period } : {}),
    ...(kind === 'usage' ? { unit, ...(tiers ? { tiers: tiersInput(tiers) } : {}) } : {}),
  };
}

function tiersInput({ mode, steps }: NonNullable<ChargeForm['tiers']>) {
  return {
    mode,
    steps: steps.map(({ upTo, amount }) => ({
      ...(upTo.trim() ? { upTo: upTo.trim() } : {}),
      amount: amount.trim(),
    })),
  };
}

function plansInput({ fulfilment, support, decommission }: DraftForm['content']['plans']) {
  const isSupported = support.reference || support.parties.length > 0;
  return {
    ...drivenInput('fulfilment', fulfilment),
    ...drivenInput('decommission', decommission),
    ...(isSupported ? { support: { ...support, parties: partyInputs(support.parties) } } : {}),
  };
}

function drivenInput(name: 'fulfilment' | 'decommission', plan: DrivenForm) {
  const isPlanned = plan.driver || plan.reference || plan.parties.length > 0;
  if (!isPlanned) return {};
  return {
    [name]: { ...plan, driver: plan.driver || undefined, parties: partyInputs(plan.parties) },
  };
}

function partyInputs(parties: readonly PartyForm[]) {
  return parties.map(({ kind, ref, name, party }) => ({
    ...(kind === 'internal' ? { kind, ref } : { kind, name }),
    ...(party ? { party } : {}),
  }));
}
