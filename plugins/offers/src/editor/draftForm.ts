import type { Content, Party, PriceList, Tiers } from '@offerdesk/backstage-plugin-offers-common';
import type { FieldPath } from 'react-hook-form';
import { localInZone } from '../words/dates';

type Charge = PriceList['charges'][number];

/** A charge while it is written: its kind can change, so it holds what any kind needs. */
export interface ChargeForm {
  kind: Charge['kind'];
  label: string;
  amount: string;
  period: 'month' | 'quarter' | 'year';
  unit: string;
  /** prices by quantity, of what is used; the last step has no end */
  tiers?: { mode: Tiers['mode']; steps: { upTo: string; amount: string }[] } | undefined;
}

/** A party while it is written: a group of ours by its ref, or a supplier by name. */
export interface PartyForm {
  kind: Party['kind'];
  ref: string;
  name: string;
  /** not edited here; goes back as it came while the name does */
  party?: string | undefined;
}

type Documents = Content['knowledge']['runbooks'];

/** A document while it is written: its address, or the entity whose TechDocs it is in and the page there. */
export interface DocumentForm {
  title: string;
  url: string;
  entity: string;
  path: string;
  for: Documents[number]['for'];
}

/** A ring while it is written. */
export interface RingForm {
  name: string;
  groups: string[];
  percent: number | null;
  holdHours: number | null;
}

/** How an order is fulfilled, or what it left is taken down, while it is written. */
export interface DrivenForm {
  driver: '' | 'manual' | 'open-service-broker' | 'scaffolder';
  reference: string;
  parties: PartyForm[];
  riskRoute: 'request' | 'change';
}

/** What comes before and after the offer while it is written. */
export interface SuccessionForm {
  /** ids of offers */
  replaces: string[];
  replacedBy: string;
  subscriptions: '' | 'now' | 'on-date' | 'consumer-chooses' | 'end';
  /** local time, for a date */
  movesOn: string;
}

/**
 * What the editor holds: the content with empty text where the content has nothing, and local times
 * where it has instants. Paths are those of the content, so that the gate, the schema and the server
 * point at the same field. Options and bundle have designers that write them as a whole, so they are JSON text here.
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
    access: Omit<Content['access'], 'rings'> & { rings: RingForm[] };
    pricing: {
      priceLists: (Pick<PriceList, 'list' | 'audience'> & {
        currency: string;
        charges: ChargeForm[];
      })[];
      costs: Content['pricing']['costs'];
      marginFloorPercent: string;
      existingFrom: string;
    };
    terms: Omit<Content['terms'], 'leadTimeDays' | 'noticePeriodDays'> & {
      leadTimeDays: number | null;
      noticePeriodDays: number | null;
    };
    plans: {
      fulfilment: DrivenForm;
      support: { reference: string; parties: PartyForm[] };
      decommission: DrivenForm;
    };
    knowledge: Omit<Content['knowledge'], 'runbooks' | 'documents' | 'training'> & {
      runbooks: DocumentForm[];
      documents: DocumentForm[];
      training: DocumentForm[];
    };
    monitoring: Omit<Content['monitoring'], 'entities'> & { entities: { ref: string }[] };
    /** JSON of the options */
    options: string;
    /** JSON of the bundle; empty where the offer is none */
    bundle: string;
    succession: SuccessionForm;
  };
}

/** Whether something names a field of the draft. */
export function isDraftPath(path: string): path is FieldPath<DraftForm> {
  return path === 'owner' || path.startsWith('content.');
}

/** What the editor shows of a draft. */
export function toForm(owner: string | undefined, content: Content, zone: string): DraftForm {
  const { information, pricing, terms, plans, validity, knowledge, access, monitoring } = content;
  const local = (instant: string | undefined) => (instant ? localInZone(instant, zone) : '');
  return {
    owner: owner ?? '',
    content: {
      product: content.product,
      options: JSON.stringify(content.options),
      bundle: content.bundle ? JSON.stringify(content.bundle) : '',
      succession: successionForm(content.succession, local),
      access: { ...access, rings: access.rings.map(ringForm) },
      monitoring: { ...monitoring, entities: monitoring.entities.map(ref => ({ ref })) },
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
          list: undefined,
          ...list,
          charges: list.charges.map(chargeForm),
        })),
        marginFloorPercent: pricing.marginFloorPercent ?? '',
        existingFrom: local(pricing.existingFrom),
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
        fulfilment: drivenForm(plans.fulfilment),
        decommission: drivenForm(plans.decommission),
        support: plans.support
          ? { ...plans.support, parties: plans.support.parties.map(partyForm) }
          : { reference: '', parties: [] },
      },
    },
  };
}

function chargeForm(charge: Charge): ChargeForm {
  const tiers = charge.kind === 'usage' ? charge.tiers : undefined;
  return {
    period: 'month',
    unit: '',
    ...charge,
    tiers: tiers && {
      ...tiers,
      steps: tiers.steps.map(({ upTo = '', amount }) => ({ upTo, amount })),
    },
  };
}

/** Every field of the form has its key, also where it holds nothing: the form compares keys, and would find a change. */
function partyForm(party: Party): PartyForm {
  return { party: undefined, ref: '', name: '', ...party };
}

function documentForms(documents: Documents): DocumentForm[] {
  return documents.map(({ title, url, techdocs, for: readers }) => ({
    title,
    url: url ?? '',
    entity: techdocs?.entity ?? '',
    path: techdocs?.path ?? '',
    for: readers,
  }));
}

function ringForm({ holdHours, ...ring }: Content['access']['rings'][number]): RingForm {
  return { ...ring, holdHours: holdHours ?? null };
}

function drivenForm(plan: Content['plans']['fulfilment']): DrivenForm {
  return plan
    ? { ...plan, parties: plan.parties.map(partyForm) }
    : { driver: '', reference: '', parties: [], riskRoute: 'request' };
}

function successionForm(
  { replaces, replacedBy, subscriptions }: Content['succession'],
  local: (instant: string | undefined) => string,
): SuccessionForm {
  return {
    replaces,
    replacedBy: replacedBy ?? '',
    subscriptions: subscriptions?.when ?? '',
    movesOn: subscriptions?.when === 'on-date' ? local(subscriptions.at) : '',
  };
}
