import { sha256 } from '../audit/sha256';
import { KindOfVersion } from './heardStore';

/** By which a channel hears a kind of a version once, by rule or by hand (rule 5). */
export function channelKey({ offerId, number, kind }: KindOfVersion, channel: string): string {
  return `offer:${offerId}:v${number}:${kind}:${channel}`;
}

/** A person as a part of a key, which has its length. */
export function inKey(person: string): string {
  return person.length <= 100 ? person : sha256(person);
}
