import { sha256 } from '../audit/sha256';

/** A person as a part of a key, which has its length. */
export function inKey(person: string): string {
  return person.length <= 100 ? person : sha256(person);
}
