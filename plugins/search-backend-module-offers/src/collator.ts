import { AuthService } from '@backstage/backend-plugin-api';
import { DocumentCollatorFactory, IndexableDocument } from '@backstage/plugin-search-common';
import {
  catalogueReadPermission,
  OffersClient,
  PublicOffer,
} from '@offerdesk/backstage-plugin-offers-common';
import { Readable } from 'node:stream';

/** The type of the documents, by which search filters. @public */
export const OFFER_DOCUMENT_TYPE = 'offers';

/** What search knows of an offer, or of the catalogue that holds them all. */
export interface OfferDocument extends IndexableDocument {
  name?: string;
  tags?: string[];
  interaction?: string;
  category?: string | undefined;
  owner?: string | undefined;
}

interface CollatorOptions {
  client: Pick<OffersClient, 'call'>;
  auth: AuthService;
  now: () => Date;
  /** how old what is found can be, in milliseconds */
  oldest: number;
}

const PAGE = 100;

/**
 * The catalogue itself. It leads on to the offers that are for some alone, and keeps the index from being empty: the
 * engine that Backstage comes with fails for a type that it has no document of.
 */
const CATALOGUE: OfferDocument = {
  title: 'Catalogue of offers',
  text: 'Every service offer that is open to you, those for your teams among them, is found in its own search.',
  location: '/offers',
};

/** Reads the offers that everyone sees and is known to see until they are indexed again. */
export class OffersCollator implements DocumentCollatorFactory {
  readonly type = OFFER_DOCUMENT_TYPE;
  /** A policy that takes the catalogue from somebody, or some offers, takes them from their search too. */
  readonly visibilityPermission = catalogueReadPermission;

  constructor(private readonly options: CollatorOptions) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.documents());
  }

  private async *documents(): AsyncGenerator<OfferDocument> {
    const { client, auth, now, oldest } = this.options;
    yield CATALOGUE;
    const until = new Date(now().getTime() + oldest).toISOString();
    let cursor: string | undefined;
    do {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'offers',
      });
      const query = { until, limit: PAGE, ...(cursor ? { cursor } : {}) };
      const page = await client.call('publicOffers', { query }, { token });
      yield* page.items.map(documentOf);
      cursor = page.nextCursor;
    } while (cursor);
  }
}

function documentOf(offer: PublicOffer): OfferDocument {
  const { id, name, title, summary, description, tags, interaction, category, owner } = offer;
  return {
    title,
    text: [summary, tags.join(' '), description].filter(Boolean).join('\n'),
    location: `/offers/o/${name}`,
    authorization: { resourceRef: id },
    ...{ name, tags, interaction, category, owner },
  };
}
