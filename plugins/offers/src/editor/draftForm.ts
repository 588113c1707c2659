import {
  instantOf,
  type Content,
  type ContentInput,
  type Party,
  type PriceList,
} from '@offerdesk/backstage-plugin-offers-common';
import { localInZone } from '../words/dates';

type Charge = PriceList['charges'][number];

/** A charge while it is written: its kind can change, so it holds what any kind needs. */
export interface ChargeForm {
  kind: Charge['kind'];
  label: string;
  amount: string;
  period: 'month' | 'quarter' | 'year';
  unit: string;
  /** not edited here; goes back as it came */
  tiers?: Extract<Charge, { kind: 'usage' }>['tiers'];
}

/** A party while it is written: a group of ours by its ref, or a supplier by name. */
export interface PartyForm {
  kind: Party['kind'];
  ref: string;
  name: string;
  /** not edited here; goes back as it came while the name does */
  party?: string;
}

type Documents = Content['knowledge']['runbooks'];

/** A document while it is written: its address, or empty text where it is in TechDocs. */
export type DocumentForm = Omit<Documents[number], 'url'> & { url: string };

/**
 * What the editor holds: the content with empty text where the content has nothing, and local times
 * where it has instants. Paths are those of the content, so that the gate, the schema and the server
 * point at the same field. Options, bundle and succession are not edited, so they are not here.
 */
export interface DraftForm {
  owner: string;
  content: {
    information: {
      title: string;
      summary: string;
      description: string;
      tags: string;
      category: string;
      logo: string;
    };
    product: Content['product'];
    validity: { from: string; until: string };
    access: Content['access'];
    pricing: {
      priceLists: (Partial<Pick<PriceList, 'list' | 'audience'>> & {
        currency: string;
        charges: ChargeForm[];
      })[];
      costs: Content['pricing']['costs'];
      marginFloorPercent: string;
      existingFrom?: string;
    };
    terms: Omit<Content['terms'], 'leadTimeDays' | 'noticePeriodDays'> & {
      leadTimeDays: number | null;
      noticePeriodDays: number | null;
    };
    plans: {
      fulfilment: {
        driver: '' | 'manual' | 'open-service-broker' | 'scaffolder';
        reference: string;
        parties: PartyForm[];
        riskRoute: 'request' | 'change';
      };
      support: { reference: string; parties: PartyForm[] };
      decommission?: Content['plans']['decommission'];
    };
    knowledge: Omit<Content['knowledge'], 'runbooks' | 'documents' | 'training'> & {
      runbooks: DocumentForm[];
      documents: DocumentForm[];
      training: DocumentForm[];
    };
    monitoring: Content['monitoring'];
  };
}

/** What the editor shows of a draft. */
export function toForm(owner: string | undefined, content: Content, zone: string): DraftForm {
  const { options, bundle, succession, ...edited } = content;
  const { information, pricing, terms, plans, validity, knowledge } = edited;
  const local = (instant: string | undefined) => (instant ? localInZone(instant, zone) : '');
  return {
    owner: owner ?? '',
    content: {
      ...edited,
      information: {
        ...information,
        tags: information.tags.join(', '),
        category: information.category ?? '',
        logo: information.logo ?? '',
      },
      validity: { from: local(validity.from), until: local(validity.until) },
      pricing: {
        ...pricing,
        priceLists: pricing.priceLists.map(list => ({
          ...list,
          charges: list.charges.map(charge => ({ period: 'month' as const, unit: '', ...charge })),
        })),
        marginFloorPercent: pricing.marginFloorPercent ?? '',
      },
      terms: {
        ...terms,
        leadTimeDays: terms.leadTimeDays ?? null,
        noticePeriodDays: terms.noticePeriodDays ?? null,
      },
      knowledge: {
        ...knowledge,
        runbooks: documentForms(knowledge.runbooks),
        documents: documentForms(knowledge.documents),
        training: documentForms(knowledge.training),
      },
      plans: {
        ...(plans.decommission ? { decommission: plans.decommission } : {}),
        fulfilment: plans.fulfilment
          ? { ...plans.fulfilment, parties: plans.fulfilment.parties.map(partyForm) }
          : { driver: '' as const, reference: '', parties: [], riskRoute: 'request' as const },
        support: plans.support
          ? { ...plans.support, parties: plans.support.parties.map(partyForm) }
          : { reference: '', parties: [] },
      },
    },
  };
}

function partyForm(party: Party): PartyForm {
  return { ref: '', name: '', ...party };
}

function documentForms(documents: Documents): DocumentForm[] {
  return documents.map(document => ({ ...document, url: document.url ?? '' }));
}

interface Original {
  content: Pick<Content, 'validity' | 'options' | 'bundle' | 'succession'>;
  zone: string;
}

/**
 * What the form would save, for the schema to judge.
 *
 * @param form - what the editor holds
 * @param original - what was loaded: options, bundle and succession go back as they came, and so does an untouched instant, since
 *   a local time cannot tell the two hours apart that a clock change repeats (rule 13)
 */
export function fromForm(
  form: DraftForm,
  original: Original,
): { owner?: string; content: unknown } {
  const { information, pricing, terms, plans, validity, knowledge } = form.content;
  const { options, bundle, succession } = original.content;
  const instant = (local: string, before: string | undefined) =>
    instantFrom(local, before, original.zone);
  return {
    ...(form.owner.trim() ? { owner: form.owner } : {}),
    content: {
      ...form.content,
      options,
      bundle,
      succession,
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
          currency: list.currency.trim().toUpperCase(),
          charges: list.charges.map(chargeInput),
        })),
        marginFloorPercent: pricing.marginFloorPercent.trim() || undefined,
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
  return documents.map(({ url, techdocs, ...document }) =>
    techdocs && !url.trim() ? { ...document, techdocs } : { ...document, url },
  );
}

function chargeInput({ kind, label, amount, period, unit, tiers }: ChargeForm) {
  return {
    kind,
    label,
    amount: amount.trim(),
    ...(kind === 'recurring' ? { period } : {}),
    ...(kind === 'usage' ? { unit, ...(tiers ? { tiers } : {}) } : {}),
  };
}

function plansInput({ fulfilment, support, decommission }: DraftForm['content']['plans']) {
  const parties = (list: readonly PartyForm[]) =>
    list.map(({ kind, ref, name, party }) =>
      kind === 'internal' ? { kind, ref } : { kind, name, ...(party ? { party } : {}) },
    );
  const isPlanned = fulfilment.driver || fulfilment.reference || fulfilment.parties.length > 0;
  const isSupported = support.reference || support.parties.length > 0;
  return {
    ...(decommission ? { decommission } : {}),
    ...(isPlanned
      ? {
          fulfilment: {
            ...fulfilment,
            driver: fulfilment.driver || undefined,
            parties: parties(fulfilment.parties),
          },
        }
      : {}),
    ...(isSupported ? { support: { ...support, parties: parties(support.parties) } } : {}),
  };
}
