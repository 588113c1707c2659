import { CardTurn, PlanTurn, PlanTurnKind } from '@offerdesk/backstage-plugin-offers-common';
import { Names } from '../backend/names';
import { KnownBlock } from '@slack/types';
import { section } from './blocks';
import { actorWords, inline, readersDate } from './text';
import { surfaceWords, verdictWords } from './words';

/** What nobody's name is known by: those that a turn carries are names already. */
const NO_NAMES: Names = new Map();

/** Who brought a plan into its state, when, where and why: one line. */
export function turnLine(
  { what, by, at, surface, reason }: PlanTurn | CardTurn,
  names: Names = NO_NAMES,
): string {
  const [mark, did, so] = verdictWords[what];
  const who = inline(typeof by === 'string' ? actorWords(by, names) : by.name, 80);
  const why = reason ? `: “${inline(reason, 200)}”` : '';
  const means = so ? `${why ? ';' : ':'} ${so}` : '';
  // What a rule did, it did nowhere.
  const where = surface === 'system' ? '' : ` ${surfaceWords[surface]}`;
  return `${mark} *${who}* ${did} ${readersDate(at)}${where}${why}${means}`;
}

/** What the list of decisions does not say already. */
const TOLD_APART: readonly PlanTurnKind[] = [
  'void-approvals',
  'withdraw',
  'expire',
  'implement',
  'make-ready',
  'release',
  'cancel',
];

/** Who ended the plan, took it back or changed it under its approvals, on its card. */
export function turnBlocks(turn: CardTurn | undefined): KnownBlock[] {
  return turn && TOLD_APART.includes(turn.what) ? [section(turnLine(turn))] : [];
}
