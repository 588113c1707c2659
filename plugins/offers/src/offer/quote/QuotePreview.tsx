import { Text } from '@backstage/ui';
import type { ConsumerContent, Quote } from '@offerdesk/backstage-plugin-offers-common';
import { Bill, Sum } from './Bill';
import { QuoteForm } from './QuoteForm';
import type { Quoting } from './useQuote';

export interface QuotePreviewProps {
  content: ConsumerContent;
  quoting: Quoting;
  quote: Quote | undefined;
  /** said where there is none */
  whyNone: string | undefined;
}

/** What a consumer is asked, and what it would cost, where nothing is offered yet. */
export const QuotePreview = ({ content, quoting, quote, whyNone }: QuotePreviewProps) => (
  <>
    <QuoteForm content={content} quoting={quoting} stepTitle={key => key} />
    {quote ? (
      <div>
        <Sum quote={quote} isUpdating={false} />
        <Bill quote={quote} isUpdating={false} stepTitle={key => key} />
      </div>
    ) : (
      <Text as="p" color="secondary" role="status">
        {whyNone}
      </Text>
    )}
  </>
);
