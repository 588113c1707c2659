import { createBackendModule } from '@backstage/backend-plugin-api';
import { offerSourcesExtensionPoint } from '@offerdesk/backstage-plugin-offers-node';
import { worldOffer } from '../seed/world';

/** How many rows an import brings. */
const ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 5_000);

/** The first number of the offers that are imported: none that an earlier start used. */
const FROM = 10_000_000 + Math.floor(Date.now() / 1000) * 1_000;

/** A source of offers that costs nothing to read: what is measured is the import. */
export const benchSource = createBackendModule({
  pluginId: 'offers',
  moduleId: 'bench-source',
  register(env) {
    env.registerInit({
      deps: { sources: offerSourcesExtensionPoint },
      async init({ sources }) {
        let begin = FROM;
        sources.addSource({
          id: 'bench',
          title: 'Generated offers',
          kind: 'Benchmark',
          async read() {
            const rows = Array.from({ length: ROWS }, (_, index) => worldOffer(begin + index));
            // Each import brings other offers, so that each run creates.
            begin += ROWS;
            return rows.map(({ name, interaction, content }) => ({
              key: name,
              title: content.information.title,
              result: { ok: true, name, interaction, content },
            }));
          },
        });
      },
    });
  },
});
