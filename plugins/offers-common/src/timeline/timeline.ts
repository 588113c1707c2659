import { Access } from '../content/access';
import { Bundle } from '../content/bundle';
import { Content } from '../content/content';
import { NeededRelease } from '../content/product';
import { StatusChange } from '../releases/productRelease';

/** A member of a bundle, as far as the bundle can be ordered only with it (rule 8). @public */
export interface BundleMember {
  offerId: string;
  /** whether the bundle can be ordered without it: optional, or one of a choice */
  dispensable: boolean;
  /** the choice that it is one of, with how many of it have to be taken */
  choice?: { key: string; atLeast: number };
  /** the options of the member that the bundle says something of; absent: not looked at */
  given?: readonly string[];
}

/** A published version, as far as it decides who is served what and when. @public */
export interface TimedVersion {
  number: number;
  /** UTC instant, included */
  validFrom: string;
  /** UTC instant, excluded */
  validUntil: string | undefined;
  access: Access;
  releases: readonly NeededRelease[];
  members: readonly BundleMember[];
}

/**
 * A termination that was released: announced at its notice, over at its end. A later one takes the place of an
 * earlier one, from the instant at which it was recorded.
 * @public
 */
export interface Ending {
  recordedAt: string;
  noticeAt: string;
  endsAt: string;
  replacedBy: string | undefined;
}

/** A time in which the offer is stopped by hand; open while it has no end. @public */
export interface Suspension {
  from: string;
  until: string | undefined;
  kind: 'suspend' | 'emergency';
}

/** What became of a product release that a version needs; in the order of time. @public */
export interface ReleaseHistory extends NeededRelease {
  history: readonly StatusChange[];
}

/** What a person did with the rings of a version. @public */
export interface RingEvent {
  number: number;
  kind: 'promote' | 'hold' | 'resume' | 'roll-back';
  at: string;
}

/**
 * Everything stored that decides an offer's public life. What consumers see at an instant is a pure function
 * of it (design: "What is computed, not swept").
 * @public
 */
export interface OfferTimeline {
  offerId: string;
  versions: readonly TimedVersion[];
  endings: readonly Ending[];
  suspensions: readonly Suspension[];
  releases: readonly ReleaseHistory[];
  ringEvents: readonly RingEvent[];
}

/** The part of a version's content that its timeline needs. @public */
export function timedVersion(
  version: { number: number; validFrom: string; validUntil: string | undefined },
  content: Pick<Content, 'access' | 'product' | 'bundle'>,
): TimedVersion {
  const { number, validFrom, validUntil } = version;
  return {
    number,
    validFrom,
    validUntil,
    access: content.access,
    releases: content.product.releases,
    members: content.bundle ? membersOf(content.bundle) : [],
  };
}

function membersOf({ steps, choices }: Bundle): BundleMember[] {
  return steps.map(({ offerId, optional, choice, options }) => {
    const found = choices.find(({ key }) => key === choice);
    return {
      offerId,
      dispensable: optional || choice !== undefined,
      ...(found ? { choice: { key: found.key, atLeast: found.atLeast } } : {}),
      given: Object.keys(options),
    };
  });
}

/** A timeline with nothing but versions. @public */
export function timelineOf(
  versions: readonly TimedVersion[],
  more: Partial<OfferTimeline> = {},
): OfferTimeline {
  return {
    offerId: '',
    endings: [],
    suspensions: [],
    releases: [],
    ringEvents: [],
    ...more,
    versions,
  };
}
