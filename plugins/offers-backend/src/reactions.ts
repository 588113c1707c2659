import { Reactions } from './context';
import { relistWhatNeeds } from './timeline/deployments';

/** Which rooms do what about what happens in another one, in this order. */
export const reactions: Reactions = {
  productReleaseChanged: [relistWhatNeeds],
};
