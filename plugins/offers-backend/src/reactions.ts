import { Reactions } from './context';
import { demandOfRelease } from './demand/ofRelease';
import { relistWhatNeeds } from './timeline/deployments';

/** Which rooms do what about what happens in another one, in this order. */
export const reactions: Reactions = {
  productReleaseChanged: [relistWhatNeeds, demandOfRelease],
};
