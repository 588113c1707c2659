import { fetchedSoon } from './fetchedSoon';

/** Formatted text, whose renderer is the heaviest thing that a page needs, and how it is fetched before it is shown. */
export const { Part: Markdown, fetchPart: fetchMarkdown } = fetchedSoon(() => import('./Markdown'));
