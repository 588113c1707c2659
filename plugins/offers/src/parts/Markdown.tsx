import { MarkdownContent } from '@backstage/core-components';

/** Formatted text. In a file of its own, since its renderer is the heaviest thing that a page needs. */
export default function Markdown({ content }: { content: string }) {
  return <MarkdownContent content={content} dialect="gfm" />;
}
