import { BackstageCredentials, LoggerService } from '@backstage/backend-plugin-api';
import { Capability, Role, Surface } from '@offerdesk/backstage-plugin-offers-common';
import { OfferSource } from '@offerdesk/backstage-plugin-offers-node';
import { Database } from './database/Database';
import { OfferGuard } from './api/OfferGuard';
import { Directory } from './people/Directory';
import { Settings } from './settings';

/** What every use case may need. Clock and ids are parameters, so that tests rule time. */
export interface Context {
  db: Database;
  clock: () => Date;
  newId: () => string;
  settings: Settings;
  directory: Directory;
  guard: OfferGuard;
  sources: ReadonlyMap<string, OfferSource>;
  logger: LoggerService;
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

/** Now, as it is stored. */
export function nowOf(ctx: Pick<Context, 'clock'>): string {
  return ctx.clock().toISOString();
}
