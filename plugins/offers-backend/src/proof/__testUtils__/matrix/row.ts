import { Sent } from '../ask';
import { PlantKey } from '../plants';
import { Planted } from '../world';
import { Grid } from './grid';

/** A column of a grid: an offer of the proofs, or one that was never there. */
export type Column = PlantKey | 'missing';

/** What a column stands for; of `missing`, ids and names that nobody has. */
export type Target = Pick<Planted, 'id' | 'name' | 'planHash'> & { planId: string };

/** One question of an operation, and who gets which answer. */
export interface Row {
  /** what sets this question apart from the operation's others */
  label?: string;
  expect: Grid;
  /** what is sent about an object; it must not change anything, so that every cell asks the same world */
  ask(target: Target): Sent;
  /** for lists: whose objects the answer names; each of them has to be there, and no other */
  lists?: 'visible' | 'staff' | 'plans' | 'log';
}
