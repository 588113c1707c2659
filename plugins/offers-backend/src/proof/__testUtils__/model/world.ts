import { Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { Who } from './who';

/** A product release that contents need, of each history its own. */
export type ModelRelease = 'a' | 'b';

/** What is reported of a product release. */
export type ModelStatus = 'released' | 'deployed' | 'withdrawn';

/** Where offers are: one is made in the first, and moves into the other and back. */
export type ModelCatalogue = 'default' | 'office';

/** What the model knows of a version; written from the design, not from the code. */
export interface ModelContent {
  /** another number for another content */
  id: number;
  price: number;
  title: string;
  /** a ring of ada's group, and after how many hours it opens to everybody by itself */
  ring: { hold: number | undefined } | undefined;
  needs: ModelRelease | undefined;
  /** the offers that are ordered with it, each a step of the bundle; none for what is no bundle */
  members: number[];
  /** the catalogue whose category it names */
  named: ModelCatalogue;
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

/** An end of an offer that was released. */
export interface ModelEnding {
  recordedAt: string;
  noticeAt: string;
  endsAt: string;
}

/** A move of an offer that a plan brings. */
export interface ModelMove {
  offer: number;
  into: ModelCatalogue;
}

/** An offer. */
export interface ModelOffer {
  draft: { number: number; content: ModelContent; authors: Who[] } | undefined;
  versions: ModelVersion[];
  suspensions: { from: string; until: string | undefined }[];
  endings: ModelEnding[];
  ringActs: ModelRingAct[];
  /** the moves that were released, and whether time or the release itself made each */
  moves: { at: string; into: ModelCatalogue; by: 'time' | 'release' }[];
  /** goes on with each change of what its page shows to managers */
  stamp: number;
}

/** The states of the model's plans. */
export type ModelPlanState =
  | 'draft'
  | 'submitted'
  | 'changes-requested'
  | 'approved'
  | 'implementing'
  | 'ready'
  | 'released'
  | 'rejected'
  | 'cancelled';

/** What a plan is for. */
export type ModelScenario = 'new' | 'change' | 'bundle' | 'terminate';

/** A plan: brings the drafts of offers, and ends and moves of others. */
export interface ModelPlan {
  scenario: ModelScenario;
  brings: number[];
  ends: { offer: number; endsAt: string }[];
  moves: ModelMove[];
  releaseAt: string;
  state: ModelPlanState;
  authors: Who[];
  implementers: Who[];
  /** goes on whenever what a decision is given on changes */
  token: number;
  decisions: { by: Who; seat: Who; verdict: Verdict; token: number }[];
  /** who approved alone, and on what */
  broken: { by: Who; token: number } | undefined;
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
  /** what was reported of each product release, in the order of time */
  releases: Record<ModelRelease, { status: ModelStatus; at: string }[]>;
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
      moves: [],
      stamp: 0,
    })),
    releases: { a: [], b: [] },
    plans: {},
    delegations: {},
    done: [],
  };
}

/** Some hours later. */
export function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

/** The later of two instants. */
export const latest = (one: string, other: string): string => (one > other ? one : other);

const isUnderWay = ({ state }: ModelPlan) => !['released', 'rejected', 'cancelled'].includes(state);

/** The plan under way that an offer is in: that brings its draft, or ends it. */
export function planUnderWay({ plans }: Model, offer: number): [string, ModelPlan] | undefined {
  return Object.entries(plans).find(
    ([, plan]) =>
      isUnderWay(plan) &&
      (plan.brings.includes(offer) || plan.ends.some(end => end.offer === offer)),
  );
}

/** The plan under way that moves an offer, which it may do beside another one that brings its draft. */
export function planMoving({ plans }: Model, offer: number): [string, ModelPlan] | undefined {
  return Object.entries(plans).find(
    ([, plan]) => isUnderWay(plan) && plan.moves.some(move => move.offer === offer),
  );
}

/** The plan under way that brings the draft of an offer. */
export function planBringing(model: Model, offer: number): ModelPlan | undefined {
  const plan = planUnderWay(model, offer)?.[1];
  return plan?.brings.includes(offer) ? plan : undefined;
}
