import { Content, contentSchema } from '../content/content';
import { Party } from '../content/plans';
import { optionProblems } from '../options/checkOptions';
import { KeptReference } from '../references/kept';
import { referenceCriteria } from '../references/referenceCriteria';
import { EVERYONE, isMachine } from '../refs';
import { Criterion, criterion, Gate, gateOf } from './gate';

/** What the Implement exit gate looks at. @public */
export interface ImplementExitInput {
  /** the plan's content hash now */
  currentHash: string;
  /** the content hash that was approved */
  approvedHash: string | undefined;
  /** UTC instant of the planned release, and the one that those concerned were told */
  releaseAt: string;
  toldFor: string | undefined;
  /** what the changes of structure and views lack */
  structure?: readonly Criterion[];
  offers: readonly {
    offerId: string;
    content: Content;
    /** entity refs that do not resolve in the software catalogue, and where they stand */
    unresolved: readonly { ref: string; field: string }[];
    /** references to kept price lists and parties that are not there, or retired */
    unresolvedKept?: readonly KeptReference[];
  }[];
}

/** Every software-catalogue reference of a draft with the field that holds it (rule 14). @public */
export function referencesOf(
  owner: string | undefined,
  content: Content,
): { ref: string; field: string }[] {
  const { access, plans, product, options, pricing, knowledge, monitoring } = content;
  const at = (field: string, refs: readonly string[]) => refs.map(ref => ({ ref, field }));
  const principals = [
    ...(['see', 'order'] as const).flatMap(list =>
      at(`content.access.${list}`, [...access[list].allow, ...access[list].deny]),
    ),
    ...access.rings.flatMap(({ groups }) => at('content.access.rings', groups)),
    ...pricing.priceLists.flatMap(({ audience }) => at('content.pricing.priceLists', audience)),
  ];
  return [
    ...(owner ? at('owner', [owner]) : []),
    ...product.entities.flatMap(({ ref }) => at('content.product.entities', [ref])),
    ...product.releases.flatMap(release => at('content.product.releases', [release.product])),
    // Machines are known to Backstage's own authentication, not to the software catalogue.
    ...principals.filter(({ ref }) => ref !== EVERYONE && !isMachine(ref)),
    ...(['fulfilment', 'support', 'decommission'] as const).flatMap(plan =>
      at(`content.plans.${plan}`, internalParties(plans[plan]?.parties ?? [])),
    ),
    ...options.toggles.flatMap(toggle => at('content.options.toggles', [toggle.owner])),
    ...(['runbooks', 'documents', 'training'] as const).flatMap(list =>
      knowledge[list].flatMap(({ techdocs }) =>
        techdocs ? at(`content.knowledge.${list}`, [techdocs.entity]) : [],
      ),
    ),
    ...at('content.monitoring.entities', monitoring.entities),
  ];
}

function internalParties(parties: readonly Party[]): string[] {
  return parties.flatMap(party => (party.kind === 'internal' ? [party.ref] : []));
}

/** The Implement exit gate: what is about to be published is sound and is what was approved. @public */
export function implementExitGate(input: ImplementExitInput): Gate {
  return gateOf('implement-exit', [
    ...input.offers.flatMap(offerCriteria),
    ...(input.structure ?? []),
    criterion(
      'within-approval',
      'Content is what was approved',
      input.approvedHash !== undefined && input.approvedHash === input.currentHash,
      { remedy: 'The content changed after the approval: submit the plan again.' },
    ),
    criterion('told', 'Those concerned were told the date', input.toldFor === input.releaseAt, {
      remedy: 'Tell Operations, Support and the Consumer managers the release date.',
      field: 'releaseAt',
    }),
  ]);
}

function offerCriteria({
  offerId,
  content,
  unresolved,
  unresolvedKept = [],
}: ImplementExitInput['offers'][number]): Criterion[] {
  const problems = optionProblems(content.options);
  const first = unresolved[0];
  return [
    criterion('content-valid', 'Content is valid', contentSchema.safeParse(content).success, {
      remedy: 'Open the draft and mend the fields that are marked.',
      field: 'content',
    }),
    criterion('options', 'Options resolve', problems.length === 0, {
      remedy: problems[0] ?? '',
      field: 'content.options',
    }),
    criterion('references', 'References resolve in the software catalogue', !first, {
      remedy: first
        ? `Not found in the software catalogue: ${unresolved.map(({ ref }) => ref).join(', ')}. Register them, or take them out.`
        : '',
      ...(first ? { field: first.field } : {}),
    }),
    ...referenceCriteria(unresolvedKept),
  ].map(found => ({ ...found, offerId }));
}
