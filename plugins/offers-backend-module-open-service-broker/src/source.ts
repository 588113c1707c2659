import { OfferSource, SourceError } from '@offerdesk/backstage-plugin-offers-node';
import { readCatalogueFile } from './readFile';
import { readCatalogueUrl } from './readUrl';
import { rowsOf } from './rows';
import { BrokerSettings } from './settings';

/** The offer source of one configured broker. */
export function createBrokerSource(settings: BrokerSettings): OfferSource {
  const { id, title, place } = settings;
  const where = place.kind === 'file' ? `The file ${place.path}` : `${place.url}/v2/catalog`;
  return {
    id,
    title,
    kind: 'Open Service Broker',
    async read({ signal }) {
      const text =
        place.kind === 'file'
          ? await readCatalogueFile(place.path, signal)
          : await readCatalogueUrl(place, signal);
      return rowsOf(settings, parseJson(text, where), where);
    },
  };
}

/** The parser's own message quotes the text, which may be anybody's error page: it stays out. */
function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new SourceError(
      `${where} is not JSON. Check that it is the answer of GET /v2/catalog of an Open Service Broker.`,
    );
  }
}
