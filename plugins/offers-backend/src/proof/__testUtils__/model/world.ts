import { Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { Who } from './acts';

/** What the model knows of a version; written from the design, not from the code. */
export interface ModelContent {
  /** another number for another content */
  id: number;
  price: number;
  title: string;
  /** a ring of ada's group, and after how many hours it opens to everybody by itself */
  ring: { hold: number | undefined } | undefined;
}

/** A version that was published. */
export interface ModelVersion {
  number: number;
  content: ModelContent;
  from: string;
}

/** What somebody did with the ring of a version. */
export interface ModelRingAct {
  number: number;
  act: 'promote' | 'hold' | 'resume' | 'roll-back';
  at: string;
}

/** An offer. */
export interface ModelOffer {
  draft: { number: number; content: ModelContent; authors: Who[] } | undefined;
  versions: ModelVersion[];
  suspensions: { from: string; until: string | undefined }[];
  endings: { recordedAt: string; noticeAt: string; endsAt: string }[];
  ringActs: ModelRingAct[];
  /** goes on with each change of what its page shows to managers */
  stamp: number;
}

/** The states that the model's plans reach. */
export type ModelPlanState =
  'draft' | 'submitted' | 'changes-requested' | 'approved' | 'released' | 'rejected' | 'cancelled';

/** A plan: brings the next version of one offer, or its end. */
export interface ModelPlan {
  offer: number;
  /** absent: it brings the draft */
  endsAt: string | undefined;
  /** the content that it brought, when it was released */
  releaseAt: string;
  state: ModelPlanState;
  authors: Who[];
  /** goes on whenever what a decision is given on changes */
  token: number;
  decisions: { by: Who; seat: Who; verdict: Verdict; token: number }[];
  stamp: number;
}

/** One stands in for another. */
export interface ModelDelegation {
  by: Who;
  from: string;
  until: string;
  revoked: boolean;
}

/** Everything that the model knows. */
export interface Model {
  now: string;
  offers: ModelOffer[];
  /** by the key of the request that made it */
  plans: Record<string, ModelPlan>;
  delegations: Record<string, ModelDelegation>;
  /** keys of requests that were done: done again, they do nothing */
  done: string[];
}

/** A model of some offers of which each has a first draft. */
export function aModel(now: string, offers: readonly ModelContent[]): Model {
  return {
    now,
    offers: offers.map(content => ({
      draft: { number: 1, content, authors: ['carla'] },
      versions: [],
      suspensions: [],
      endings: [],
      ringActs: [],
      stamp: 0,
    })),
    plans: {},
    delegations: {},
    done: [],
  };
}

/** Some hours later. */
export function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

/** The plan under way of an offer. */
export function planUnderWay({ plans }: Model, offer: number): [string, ModelPlan] | undefined {
  return Object.entries(plans).find(
    ([, plan]) =>
      plan.offer === offer && !['released', 'rejected', 'cancelled'].includes(plan.state),
  );
}
