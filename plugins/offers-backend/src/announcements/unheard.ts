import { Connection } from '../database/Database';
import { KindOfVersion, selectHeard } from './heardStore';
import { StoredWish } from './readerStore';

/** Those of some readers who have not heard a kind of a version; each promotion is one of its own (rule 5). */
export async function unheard(
  connection: Connection,
  about: KindOfVersion,
  readers: readonly StoredWish[],
): Promise<readonly StoredWish[]> {
  if (about.kind === 'promotion' || readers.length === 0) return readers;
  const { people } = await selectHeard(connection, about);
  return readers.filter(({ person }) => !people.has(person));
}
