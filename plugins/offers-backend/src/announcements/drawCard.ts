import {
  CardTurn,
  Criterion,
  Decider,
  isBlocking,
  judgeDecision,
  Person,
  PlanCard,
  PlanTurn,
  problemTable,
  seatOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { PlanForCard } from '../plans/card';

/** Whoever reads a copy of the card in person, with their groups and whom they stand in for. */
export interface CardReader {
  decider: Decider;
  standsInFor: readonly Decider[];
}

/** Everyone whom a card names. */
export function peopleOnCard({
  requestedBy,
  decisions,
  gate,
  approval,
  turn,
}: PlanForCard): string[] {
  return [
    requestedBy,
    ...decisions.flatMap(each => [each.decider, seatOf(each)]),
    ...gate.criteria.flatMap(({ waiver }) => (waiver ? [waiver.by] : [])),
    ...(approval.breakGlass ? [approval.breakGlass.by] : []),
    ...(turn ? [turn.by] : []),
  ];
}

/** The card of a plan as it is now: for everyone, or for one reader with what they may do. */
export function drawCard(
  plan: PlanForCard,
  named: (ref: string) => Person,
  at: string,
  reader?: CardReader,
): PlanCard {
  const { requestedBy, gate, approval, standing: _standing, asks: _asks, turn, ...card } = plan;
  const { breakGlass, ...progress } = approval;
  const missing = gate.criteria.filter(({ state }) => state === 'missing');
  return {
    ...card,
    requestedBy: named(requestedBy),
    missing: missing.filter(isBlocking).map(wordsFor(plan)),
    cautions: missing.filter(each => !isBlocking(each)).map(wordsFor(plan)),
    waived: gate.criteria.flatMap(({ title, waiver }) =>
      waiver ? [{ title, by: named(waiver.by), reason: waiver.reason, until: waiver.until }] : [],
    ),
    approval: {
      ...progress,
      ...(breakGlass ? { breakGlass: { ...breakGlass, by: named(breakGlass.by).name } } : {}),
    },
    ...(turn ? { turn: namedTurn(turn, named) } : {}),
    decisions: decisionsOn(plan, named),
    ...(reader ? { reader: readersPart(plan, named, at, reader) } : {}),
  };
}

/** What is missing, of which offer where there are several, and what to do about it. */
function wordsFor({ impact }: Pick<PlanForCard, 'impact'>) {
  return ({ title, offerId, remedy }: Criterion): string => {
    const of = impact.length > 1 ? impact.find(each => each.offerId === offerId) : undefined;
    return `${title}${of ? ` (${of.title})` : ''}${remedy ? `: ${remedy}` : ''}`;
  };
}

/** What brought a plan into its state, with the name of whoever did it. */
export function namedTurn(turn: PlanTurn, named: (ref: string) => Person): CardTurn {
  return { ...turn, by: named(turn.by) };
}

function decisionsOn(
  { decisions, contentHash }: PlanForCard,
  named: (ref: string) => Person,
): PlanCard['decisions'] {
  return decisions.map(given => ({
    decider: named(given.decider),
    ...(given.onBehalfOf ? { onBehalfOf: named(given.onBehalfOf) } : {}),
    verdict: given.verdict,
    ...(given.reason ? { reason: given.reason } : {}),
    at: given.at,
    voided: given.byAuthor || given.contentHash !== contentHash,
  }));
}

/** What the reader of a copy may do; the rule is that of the decision itself, so no button is there in vain. */
function readersPart(
  plan: PlanForCard,
  named: (ref: string) => Person,
  at: string,
  { decider, standsInFor }: CardReader,
): NonNullable<PlanCard['reader']> {
  const { standing, contentHash, state } = plan;
  const judged = judgeDecision({
    ...standing,
    decider,
    standsInFor,
    planOpen: state === 'submitted',
    currentHash: contentHash,
    decidedHash: contentHash,
    verdict: 'approve',
    reason: undefined,
    surface: 'slack',
    at,
  });
  if (judged.ok) {
    const { onBehalfOf } = judged;
    return { canDecide: true, ...(onBehalfOf ? { onBehalfOf: named(onBehalfOf) } : {}) };
  }
  if (state !== 'submitted') return { canDecide: false };
  const refusal =
    judged.refusal === 'already-decided'
      ? alreadyWords(plan, named, decider.ref)
      : problemTable[judged.refusal][1];
  return { canDecide: false, refusal };
}

function alreadyWords(
  { decisions, contentHash }: PlanForCard,
  named: (ref: string) => Person,
  reader: string,
): string {
  const counted = decisions.filter(given => given.contentHash === contentHash);
  const forThem = counted.find(
    given => given.decider !== reader && seatOf(given) === reader && !given.byAuthor,
  );
  return forThem
    ? `${named(forThem.decider).name} has decided on this for you.`
    : problemTable['already-decided'][1];
}
