import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { offersPermissions, RESOURCE_TYPE_OFFER } from '@offerdesk/backstage-plugin-offers-common';
import {
  ApprovalCondition,
  approvalRulesExtensionPoint,
  ApproverResolver,
  approverResolversExtensionPoint,
  OfferSource,
  offerPermissionRules,
  offerResourceRef,
  offerSourcesExtensionPoint,
} from '@offerdesk/backstage-plugin-offers-node';
import { digests } from './announcements/digests';
import { portalNotices, wantsNotices } from './announcements/notices';
import { telling } from './announcements/tellPeople';
import { OfferGuard } from './api/OfferGuard';
import { createRouter } from './api/router';
import { CommittedEvents } from './audit/CommittedEvents';
import { relistSweep } from './catalogue/byOlder';
import { rebuildHealth, rebuildListing } from './catalogue/rebuild';
import { Context } from './context';
import { Database } from './database/Database';
import { newIdAt } from './newId';
import { offerResources } from './offers/reading';
import { Callers } from './people/actor';
import { Directory } from './people/Directory';
import { reactions } from './reactions';
import { subscribeToProductReleases } from './releases/events';
import { linkSweep } from './links/sweep';
import { Approvers } from './plans/Approvers';
import { collecting, requireModules } from './plans/approvalModules';
import { expiry } from './plans/expire';
import { readSettings } from './settings';
import { seedStructure } from './structure/seed';
import { startSweeps } from './sweeps/sweeps';
import { catchUp } from './timeline/catchUp';
import { turnSweep } from './timeline/recordTurns';

/**
 * Stores Service Offers and decides what may be done with them.
 * @public
 */
export const offersPlugin = createBackendPlugin({
  pluginId: 'offers',
  register(env) {
    const sources = new Map<string, OfferSource>();
    env.registerExtensionPoint(offerSourcesExtensionPoint, {
      addSource(source) {
        if (sources.has(source.id)) {
          throw new Error(
            `Two offer sources have the id ${source.id}; give each an id of its own under offers.sources.`,
          );
        }
        sources.set(source.id, source);
      },
    });
    const resolvers = collecting<ApproverResolver>('approver resolvers');
    env.registerExtensionPoint(approverResolversExtensionPoint, { addResolver: resolvers.add });
    const conditions = collecting<ApprovalCondition>('approval rules');
    env.registerExtensionPoint(approvalRulesExtensionPoint, { addCondition: conditions.add });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const settings = readSettings(deps.config);
        const modules = { conditions: conditions.all, resolvers: resolvers.all };
        requireModules(settings.approval, modules);
        const clock = () => new Date();
        const told = new CommittedEvents(deps.events, deps.logger);
        const db = await Database.create(deps.database, clock, told.publish);
        deps.permissionsRegistry.addResourceType({
          resourceRef: offerResourceRef,
          permissions: offersPermissions.filter(
            permission =>
              'resourceType' in permission && permission.resourceType === RESOURCE_TYPE_OFFER,
          ),
          rules: Object.values(offerPermissionRules),
          getResources: ids => offerResources(db.knex, ids),
        });
        deps.permissionsRegistry.addPermissions(
          offersPermissions.filter(permission => !('resourceType' in permission)),
        );
        const directory = new Directory(deps.catalog, deps.auth);
        const ctx: Context = {
          db,
          clock,
          newId: () => newIdAt(clock()),
          settings,
          directory,
          approvers: new Approvers(settings.approval, modules, directory, deps.logger),
          guard: new OfferGuard(deps.permissions, deps.permissionsRegistry),
          sources,
          reactions,
          logger: deps.logger,
          auditor: deps.auditor,
        };
        await seedStructure(ctx);
        await catchUp(ctx);
        await rebuildListing(ctx);
        await rebuildHealth(ctx);
        const notices = (await wantsNotices(deps.config, deps.instance))
          ? [portalNotices(deps.notifications)]
          : [];
        const sweeps = [expiry, linkSweep, turnSweep, telling, digests, relistSweep, ...notices];
        await startSweeps(deps.scheduler, ctx, sweeps);
        const callers = new Callers(deps.httpAuth, deps.userInfo, settings);
        deps.httpRouter.use(createRouter(ctx, callers, deps.httpAuth));
        await subscribeToProductReleases(ctx, deps.events);
        deps.httpRouter.addAuthPolicy({ path: '/openapi.json', allow: 'unauthenticated' });
      },
    });
  },
});
