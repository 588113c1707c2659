import { Reactions } from './context';

/** Which rooms do what about what happens in another one, in this order. */
export const reactions: Reactions = {
  productReleaseChanged: [],
};
