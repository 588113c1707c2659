import { personOf, servedTo, servingAt, Viewer } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { StoredVersion } from '../offers/reading';
import { explainOne } from '../timeline/explaining';
import { lifeOf } from '../timeline/reading';

/** Whose view it is, and when. */
export interface View {
  viewer: Viewer;
  at: string;
}

/** An offer as it serves a viewer at an instant. */
export interface ServedOffer {
  /** the version that serves the viewer */
  version: StoredVersion | undefined;
  /** the version that serves anybody; staff outside a ring look at what the ring is served */
  first: StoredVersion | undefined;
  visible: boolean;
  orderable: boolean;
}

/** What an offer serves a viewer, by the one rule `explain`. */
export async function servedOffer(
  connection: Connection,
  offerId: string,
  { viewer, at }: View,
): Promise<ServedOffer> {
  const life = await lifeOf(connection, offerId);
  const { visible, orderable } = await explainOne(connection, life, viewer, at);
  const { timeline, versions } = life;
  const stored = (number: number | undefined) => versions.find(each => each.number === number);
  return {
    version: stored(servedTo(timeline, personOf(viewer), at)?.version.number),
    first: stored(servingAt(timeline, at)?.first.version.number),
    visible: visible.answer,
    orderable: orderable.answer,
  };
}
