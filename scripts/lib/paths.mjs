import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The repository root: every process of ours runs from here. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** What the sample portal leaves on disk; git ignores it. */
export const DATA = join(ROOT, '.offerdesk');
export const LOGS = join(DATA, 'logs');
export const KEYS = join(DATA, 'keys');

export const fromRoot = (...parts) => join(ROOT, ...parts);
