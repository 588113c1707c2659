import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isError } from '@backstage/errors';
import { SourceError } from '@offerdesk/backstage-plugin-offers-node';
import { MOST_BYTES, MOST_WORDS } from './limits';

const remedies: Readonly<Record<string, string>> = {
  ENOENT:
    'is not there; correct the key file of the source, which is relative to the working directory',
  EACCES: 'may not be read; give the backend the right to read it',
};

/**
 * The text of a catalogue file.
 * @throws SourceError when it cannot be read or is too large
 */
export async function readCatalogueFile(path: string, signal: AbortSignal): Promise<string> {
  const absolute = resolve(path);
  try {
    const file = await open(absolute, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) {
        throw new SourceError(`The file ${absolute} is not a plain file; name the catalogue file.`);
      }
      if (found.size > MOST_BYTES) {
        throw new SourceError(
          `The file ${absolute} is larger than ${MOST_WORDS}; name a smaller one.`,
        );
      }
      return await file.readFile({ encoding: 'utf8', signal });
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SourceError || signal.aborted) throw error;
    const code = isError(error) && typeof error.code === 'string' ? error.code : 'unknown fault';
    throw new SourceError(
      `The file ${absolute} ${remedies[code] ?? `cannot be read (${code}); look at it and try again`}.`,
    );
  }
}
