import {
  explain,
  Explanation,
  MemberAnswer,
  orderNeeds,
  Viewer,
} from '@offerdesk/backstage-plugin-offers-common';
import type { OfferLife } from './reading';

/** How deep bundles may lie in bundles; what lies deeper cannot be ordered. Cycles are refused at release (rule 8). */
export const DEEPEST = 5;

/**
 * What `explain` answers of offers for one viewer at one instant, with the members of bundles, and theirs, explained by
 * the same rule (rule 8).
 */
export class Answers {
  private readonly given = new Map<string, Explanation>();

  /** @param lives - of every offer that is asked for, and of the members that are known, by id */
  constructor(
    private readonly lives: ReadonlyMap<string, OfferLife>,
    private readonly viewer: Viewer,
    private readonly at: string,
  ) {}

  /** @throws Error where the life of the offer is not known */
  of(id: string): Explanation {
    const life = this.lives.get(id);
    if (!life) throw new Error(`The life of the offer ${id} was not read`);
    return this.answer(id, life, 0);
  }

  /** Each once at each depth: the ways that lead to an offer through bundles of bundles multiply. */
  private answer(id: string, { timeline }: OfferLife, depth: number): Explanation {
    const key = `${depth} ${id}`;
    const known = this.given.get(key);
    if (known) return known;
    const ids = timeline.versions.flatMap(({ members }) => members.map(({ offerId }) => offerId));
    const members = [...new Set(ids)].map(member => this.member(member, depth + 1));
    const answer = explain(timeline, this.viewer, this.at, members);
    this.given.set(key, answer);
    return answer;
  }

  private member(id: string, depth: number): MemberAnswer {
    const life = this.lives.get(id);
    if (!life || depth > DEEPEST) return { offerId: id, orderable: false };
    const { orderable, visible, version } = this.answer(id, life, depth);
    const content = life.versions.find(({ number }) => number === version)?.content;
    return {
      offerId: id,
      orderable: orderable.answer,
      title: visible.answer ? content?.information.title : undefined,
      needs: content && orderNeeds(content),
    };
  }
}
