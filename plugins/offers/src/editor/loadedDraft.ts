import type { Content, ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { readersZone } from '../words/dates';
import { toForm, type DraftForm } from './draftForm';

/** The draft as it was read: what the editor compares with, and what a save builds on. */
export interface LoadedDraft {
  revision: number;
  updatedBy: string;
  /** the catalogue that holds the offer */
  catalogue: string;
  content: Content;
  form: DraftForm;
  /** the zone in which the editor shows instants */
  zone: string;
}

/** The draft of an offer for the editor; undefined when there is none to edit. */
export function loadedDraftOf(offer: ManagedOffer): LoadedDraft | undefined {
  if (!offer.draft) return undefined;
  const { content, updatedBy } = offer.draft;
  const zone = readersZone();
  return {
    revision: offer.revision,
    updatedBy,
    catalogue: offer.catalogue,
    content,
    form: toForm(offer.owner, content, zone),
    zone,
  };
}
