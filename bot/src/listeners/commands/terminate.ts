import { terminateStart } from '../../views/terminateModal';
import { onManaged } from './onManaged';

/** `/offer terminate <name>`: what leads to its end, and the form for it. */
export const terminateCommand = onManaged('terminate', async ({ offer }) => terminateStart(offer));
