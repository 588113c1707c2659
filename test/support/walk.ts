import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { People } from './browser';

/** Where pictures of a failure are kept. */
const PICTURES = join(__dirname, '..', '..', '.offerdesk', 'test-results');

/**
 * Makes the steps of a journey fail fast: what follows a step that failed cannot succeed, and need not be
 * waited for. The open windows are pictured when a step fails.
 */
export function walkTogether(
  people: () => People,
): (walk: () => Promise<void>) => () => Promise<void> {
  let hasFailed = false;
  return walk => async () => {
    if (hasFailed) throw new Error('An earlier step of this journey failed.');
    try {
      await walk();
    } catch (error) {
      hasFailed = true;
      mkdirSync(PICTURES, { recursive: true });
      await people().picture(PICTURES);
      throw error;
    }
  };
}
