import { TestPortal } from '../../../__testUtils__/portal';
import { Replicas } from './replicas';

/** Some who race for something, and how often it was done in the end; that has to be once. */
export interface Race {
  name: string;
  /** gives what each replica does, and counts afterwards what came of it */
  prepare(replicas: Replicas): Promise<{
    contend: (portal: TestPortal, turn: number) => Promise<unknown>;
    done: () => Promise<number>;
    once?: number;
  }>;
}

/** How many rows there are. */
export const counted = async (rows: PromiseLike<unknown[]>) => (await rows).length;
