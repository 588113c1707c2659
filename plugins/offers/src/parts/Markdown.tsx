import { MarkdownContent } from '@backstage/core-components';
import { demoted } from './demoted';

export interface MarkdownProps {
  content: string;
  /** the level of the heading that it stands below */
  below?: number;
}

/** Formatted text. In a file of its own, since its renderer is the heaviest thing that a page needs. */
export default function Markdown({ content, below = 3 }: MarkdownProps) {
  return <MarkdownContent content={demoted(content, below)} dialect="gfm" />;
}
