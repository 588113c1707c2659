import { Principals } from '../audience/audience';
import { OrderNeeds } from '../bundle/orderNeeds';
import { RingPerson } from '../timeline/ringBucket';

/** Who asks: their principals, the ref that lots are drawn for, and the zone in which they read dates. @public */
export interface Viewer {
  principals: Principals;
  /** absent: the first user or machine among the principals */
  ref?: string;
  zone?: string;
}

/** A member of a bundle as this viewer finds it at this instant (rule 8). @public */
export interface MemberAnswer {
  offerId: string;
  orderable: boolean;
  /** its title, where the viewer may see it (rule 1) */
  title?: string | undefined;
  /** what an order of it has to say; absent: nothing is known of that */
  needs?: OrderNeeds | undefined;
}

/** Whom lots are drawn for. @public */
export function personOf({ ref, principals }: Viewer): RingPerson {
  const own = ref ?? principals.find(principal => /^(user|machine):/.test(principal)) ?? '';
  return { ref: own, principals };
}
