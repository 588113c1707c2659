import { SearchText } from '../database/fullText';
import { textKey, textOf } from '../search/texts';
import { providerOf } from './card';
import { ListedOffer, readersOfVersion } from './listingRows';

/** A text that is searched, by the version that it says. */
export interface VersionText {
  number: number;
  text: SearchText;
}

/** What a search of the catalogue looks through: a text for each version that is ever served. */
export function listedTexts(
  { offer, versions, segments, placeAt }: ListedOffer,
  now: string,
): VersionText[] {
  return versions.flatMap(version => {
    const own = segments.filter(({ number }) => number === version.number);
    if (own.length === 0) return [];
    const named = version.content.information.category;
    const found = new Set(own.map(({ from }) => placeAt(named, from).category));
    const provider = providerOf(offer, version.content);
    const keys = [
      ...readersOfVersion({ version, segments: own }, now).map(textKey.reader),
      textKey.interaction(offer.interaction),
      ...[...found].flatMap(category => (category ? [textKey.category(category)] : [])),
      ...(offer.owner ? [textKey.owner(offer.owner)] : []),
      ...(provider ? [textKey.provider(provider)] : []),
    ];
    const text = { ...textOf(offer.name, version.content, keys), inParts: true };
    return [{ number: version.number, text }];
  });
}
