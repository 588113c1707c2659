import { Reactions } from './context';
import { demandOfRelease } from './demand/ofRelease';
import { lockWhatNeeds, relistWhatNeeds } from './timeline/deployments';

/** Which rooms do what about what happens in another one, in this order. */
export const reactions: Reactions = {
  productReleaseReported: [lockWhatNeeds],
  productReleaseChanged: [relistWhatNeeds, demandOfRelease],
};
