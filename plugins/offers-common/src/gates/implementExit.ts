import { Content, contentSchema } from '../content/content';
import { optionProblems } from '../options/checkOptions';
import { Criterion, criterion, Gate, gateOf } from './gate';

/** What the Implement exit gate looks at. @public */
export interface ImplementExitInput {
  /** the plan's content hash now */
  currentHash: string;
  /** the content hash that was approved */
  approvedHash: string | undefined;
  offers: readonly {
    offerId: string;
    content: Content;
    /** entity refs that do not resolve in the software catalogue, and where they stand */
    unresolved: readonly { ref: string; field: string }[];
  }[];
}

/** Every software-catalogue reference of a draft with the field that holds it (rule 14). @public */
export function referencesOf(
  owner: string | undefined,
  content: Content,
): { ref: string; field: string }[] {
  const audience = (['see', 'order'] as const).flatMap(list =>
    [...content.access[list].allow, ...content.access[list].deny].map(ref => ({
      ref,
      field: `content.access.${list}`,
    })),
  );
  const parties = (['fulfilment', 'support'] as const).flatMap(plan =>
    (content.plans[plan]?.parties ?? []).flatMap(party =>
      party.kind === 'internal' ? [{ ref: party.ref, field: `content.plans.${plan}` }] : [],
    ),
  );
  return [
    ...(owner ? [{ ref: owner, field: 'owner' }] : []),
    ...content.product.entities.map(({ ref }) => ({ ref, field: 'content.product.entities' })),
    ...audience.filter(({ ref }) => ref !== 'everyone'),
    ...parties,
  ];
}

/** The Implement exit gate: what is about to be published is sound and is what was approved. @public */
export function implementExitGate(input: ImplementExitInput): Gate {
  return gateOf('implement-exit', [
    ...input.offers.flatMap(offerCriteria),
    criterion(
      'within-approval',
      'Content is what was approved',
      input.approvedHash !== undefined && input.approvedHash === input.currentHash,
      { remedy: 'The content changed after the approval: submit the plan again.' },
    ),
  ]);
}

function offerCriteria({
  offerId,
  content,
  unresolved,
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
  ].map(found => ({ ...found, offerId }));
}
