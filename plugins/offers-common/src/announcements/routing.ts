import { AnnouncementKind } from '../api/deliveries';

/** What a channel is to hear of; a list that is absent or empty narrows nothing. @public */
export interface ChannelRoute {
  catalogues?: readonly string[] | undefined;
  /** categories, each with everything below it */
  categories?: readonly string[] | undefined;
  views?: readonly string[] | undefined;
  kinds?: readonly AnnouncementKind[] | undefined;
}

/** What an announcement is about, as far as channels are chosen by it. @public */
export interface RoutedOffer {
  catalogue: string;
  /** the offer's category and those above it */
  categories: readonly string[];
  /** the views that show it */
  views: readonly string[];
}

/**
 * Whether a channel is to hear an announcement by what it is about. Whether it may hear it is another question,
 * which the audience of the offer answers (rule 1).
 * @public
 */
export function isRouted(
  { catalogues, categories, views, kinds }: ChannelRoute,
  offer: RoutedOffer,
  kind: AnnouncementKind,
): boolean {
  return (
    holds(catalogues, [offer.catalogue]) &&
    holds(categories, offer.categories) &&
    holds(views, offer.views) &&
    holds(kinds, [kind])
  );
}

/** Whether a channel hears of a kind at all, whatever it is about. @public */
export function hearsKind({ kinds }: Pick<ChannelRoute, 'kinds'>, kind: AnnouncementKind): boolean {
  return holds(kinds, [kind]);
}

function holds(wanted: readonly string[] | undefined, given: readonly string[]): boolean {
  return wanted === undefined || wanted.length === 0 || given.some(each => wanted.includes(each));
}
