import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ContentInput, Interaction } from '@offerdesk/backstage-plugin-offers-common';

/**
 * One row of a source, as a draft: what the source knows of an offer. What it does not know stays out
 * and is kept as people wrote it.
 * @public
 */
export interface SourceRow {
  /** the row's own id in the source; the same id is the same offer at the next import */
  key: string;
  /** what to call the row in the report */
  title: string;
  /** the draft, or why the row cannot become one */
  result:
    | {
        ok: true;
        name: string;
        interaction: Interaction;
        content: ContentInput;
        /** what was mended on the way, to be shown in the report */
        note?: string;
      }
    | { ok: false; reason: string };
}

/** A place that offers are imported from: a cloud catalogue, a file, another system. @public */
export interface OfferSource {
  /** unique, lower case, stable: part of each imported offer's identity */
  readonly id: string;
  readonly title: string;
  /** what kind of source it is, for people: "Open Service Broker" */
  readonly kind: string;
  /**
   * Reads every row.
   * @throws SourceError when the source does not answer with a catalogue
   */
  read(options: { signal: AbortSignal }): Promise<SourceRow[]>;
}

/** The source did not answer with a catalogue; the message says what to do. @public */
export class SourceError extends Error {
  override name = 'SourceError';
}

/** Lets modules add sources of offers. @public */
export interface OfferSourcesExtensionPoint {
  /** @throws Error when another source has the same id */
  addSource(source: OfferSource): void;
}

/** Lets modules add sources of offers. @public */
export const offerSourcesExtensionPoint = createExtensionPoint<OfferSourcesExtensionPoint>({
  id: 'offers.sources',
});
