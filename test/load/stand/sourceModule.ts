import { createBackendModule } from '@backstage/backend-plugin-api';
import { offerSourcesExtensionPoint, SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { WorldOffer, worldOffer } from '../seed/world';

/** How many rows an import brings. */
const ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 5_000);

/** How many offers are made before anybody imports: all rows are like one of them, but for name and title. */
const KINDS = 500;

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
        const kinds = Array.from({ length: KINDS }, (_, index) => worldOffer(FROM + index));
        sources.addSource({
          id: 'bench',
          title: 'Generated offers',
          kind: 'Benchmark',
          async read() {
            // Each import brings other offers, so that each run creates.
            const from = begin;
            begin += ROWS;
            return Array.from({ length: ROWS }, (_, index) => {
              const kind = kinds[index % KINDS];
              if (!kind) throw new Error('There is no offer to be like.');
              return rowLike(kind, from + index);
            });
          },
        });
      },
    });
  },
});

function rowLike({ interaction, content }: WorldOffer, number: number): SourceRow {
  const name = `imported-${number}`;
  const { information } = content;
  const title = `${information.title} ${number}`;
  return {
    key: name,
    title,
    result: {
      ok: true,
      name,
      interaction,
      content: { ...content, information: { ...information, title } },
    },
  };
}
