import { Scenario } from '../measure/bench';
import { changes } from './changes';
import { growth } from './growth';
import { importing } from './importing';
import { allAtOnce } from './allAtOnce';
import { lastPage, list, seesNothing, total } from './list';
import { byHealth } from './managed';
import { memory } from './memory';
import { readOne } from './readOne';
import { searchAndFacets } from './search';

/** The rows of measures.md; those that add offers come last. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  P1: list,
  P2: total,
  P3: seesNothing,
  P4: growth,
  P5: lastPage,
  P6: readOne,
  P10: searchAndFacets,
  health: byHealth,
  P7: changes,
  P8: importing,
  P9: allAtOnce,
  P12: memory,
};
