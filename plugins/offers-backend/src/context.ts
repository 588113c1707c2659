import { AuditorService, BackstageCredentials, LoggerService } from '@backstage/backend-plugin-api';
import {
  Capability,
  ProductReleaseRef,
  Role,
  StatusChange,
  Surface,
} from '@offerdesk/backstage-plugin-offers-common';
import { OfferSource } from '@offerdesk/backstage-plugin-offers-node';
import type { Knex } from 'knex';
import { Database } from './database/Database';
import { OfferGuard } from './api/OfferGuard';
import { Directory } from './people/Directory';
import { Approvers } from './plans/Approvers';
import { Settings } from './settings';

/** What every use case may need. Clock and ids are parameters, so that tests rule time. */
export interface Context {
  db: Database;
  clock: () => Date;
  newId: () => string;
  settings: Settings;
  directory: Directory;
  approvers: Approvers;
  guard: OfferGuard;
  sources: ReadonlyMap<string, OfferSource>;
  reactions: Reactions;
  logger: LoggerService;
  /** Backstage's own audit log, which security teams watch */
  auditor: AuditorService;
}

/**
 * What other rooms do when something happens, in the same transaction: the room where it happens does
 * not know them. One that throws takes back what happened.
 */
export interface Reactions {
  /** lock what the report of a product release may touch, before the release itself is locked */
  productReleaseReported: readonly ReleaseLock[];
  productReleaseChanged: readonly ReleaseReaction[];
}

/**
 * What a room locks when a product release is reported. Whoever holds one of its own may come to wait for a product
 * release; so nobody who holds a product release may wait for one of those.
 */
export type ReleaseLock = (tx: Knex.Transaction, release: ProductReleaseRef) => Promise<void>;

/** What a room does when a product release gets another status. */
export type ReleaseReaction = (
  ctx: Context,
  tx: Knex.Transaction,
  by: Doer,
  change: ProductReleaseChange,
) => Promise<void>;

/** A new status of a product release. */
export interface ProductReleaseChange extends ProductReleaseRef, StatusChange {
  /** whether it is the first that is heard of the release */
  isFirst: boolean;
  notes: string;
  url: string | undefined;
  /** the instant of the report, which may be later than `at` */
  reportedAt: string;
}

/** Who acts: a signed-in person with what the configuration lets them do. */
export interface Actor {
  ref: string;
  principals: readonly string[];
  roles: readonly Role[];
  can: ReadonlySet<Capability>;
  surface: Surface;
  credentials: BackstageCredentials;
}

/** Who did something, as the log names them: a person, a service, or the portal itself. */
export type Doer = Pick<Actor, 'ref' | 'surface'>;

/** A service that calls with a token of its own; which operations it may call, the router has checked. */
export interface Service {
  ref: string;
}

/** Now, as it is stored. */
export function nowOf(ctx: Pick<Context, 'clock'>): string {
  return ctx.clock().toISOString();
}
