import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

/** The repository root: every process of ours runs from here. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** What the sample portal leaves on disk; git ignores the usual place. Two portals side by side need one each. */
export const DATA = resolve(ROOT, process.env.OFFERDESK_DATA ?? '.offerdesk');
export const LOGS = join(DATA, 'logs');
export const KEYS = join(DATA, 'keys');

export const fromRoot = (...parts) => join(ROOT, ...parts);
