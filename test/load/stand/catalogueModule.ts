import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { EntityProvider, EntityProviderConnection } from '@backstage/plugin-catalog-node';
import express from 'express';
import Router from 'express-promise-router';
import { PROVIDER, SEED_PROVIDER, catalogueEntity } from '../seed/entities';

/** Takes what it is given as its own; connected so that the catalogue keeps the seeded entities. */
class Quiet implements EntityProvider {
  connection: EntityProviderConnection | undefined;
  constructor(private readonly name: string) {}
  getProviderName(): string {
    return this.name;
  }
  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }
}

/**
 * Keeps the provider of the seeded entities registered (the catalogue deletes what an absent one brought), and
 * ingests entities on request as any provider does: `POST /api/catalog/bench/ingest {from, count}`.
 */
export const benchCatalogue = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint, httpRouter: coreServices.httpRouter },
      async init({ catalog, httpRouter }) {
        const ingesting = new Quiet(PROVIDER);
        catalog.addEntityProvider(new Quiet(SEED_PROVIDER), ingesting);
        const router = Router();
        router.post('/bench/ingest', express.json(), async (req, res) => {
          const { from, count } = req.body as { from: number; count: number };
          await ingesting.connection?.applyMutation({
            type: 'delta',
            added: Array.from({ length: count }, (_, index) => ({
              entity: catalogueEntity(from + index, from),
              locationKey: PROVIDER,
            })),
            removed: [],
          });
          res.json({ accepted: count });
        });
        httpRouter.use(router);
      },
    });
  },
});
