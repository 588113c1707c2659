import { Button, Text } from '@backstage/ui';
import {
  isPricedByMembers,
  quoteOf,
  type Content,
} from '@offerdesk/backstage-plugin-offers-common';
import { Suspense, useMemo, useState } from 'react';
import { QuotePreview } from '../../offer/load';
import { START } from '../../offer/questions';
import type { Quoting } from '../../offer/quote/useQuote';
import { Loading } from '../../parts/Loading';
import { useLiveDraft } from '../liveDraft';
import styles from './Design.module.css';
import { useT } from '../../words/useWords';
import { toldIn } from '../../words/told';

/** What the draft would cost with what is chosen in the preview: worked out here, by the rule that the server uses. */
function useLocalQuote(content: Content): Quoting & { refusal: string | undefined } {
  const [choosing, setChoosing] = useState(START);
  const result = useMemo(() => {
    const { options, toggles, steps, quantity, currency, usage } = choosing;
    // Whoever looks at a draft looks at all of its price lists.
    const viewerPrincipals = content.pricing.priceLists.flatMap(({ audience }) => audience);
    return quoteOf({
      content: { ...content, bundle: undefined },
      viewerPrincipals,
      at: new Date().toISOString(),
      options,
      toggles,
      steps,
      quantity,
      usage,
      currency,
    });
  }, [choosing, content]);
  const quote = result.ok ? result.quote : undefined;
  return {
    choosing,
    choose: change => setChoosing(before => ({ ...before, ...change })),
    hasChosen: choosing !== START,
    quote,
    currencies: [...new Set(content.pricing.priceLists.map(({ currency }) => currency))],
    error: null,
    problems: result.ok ? [] : result.refusal.fields,
    isUpdating: false,
    retry: () => {},
    refusal: result.ok ? undefined : result.refusal.message,
  };
}

const Preview = ({ content }: { content: Content }) => {
  const t = useT();
  const quoting = useLocalQuote(content);
  const { information, product, pricing, terms, options, knowledge, monitoring } = content;
  const shown = {
    ...{ information, product, terms, options, knowledge, monitoring },
    priceLists: pricing.priceLists,
    fulfilledBy: [],
  };
  // What a bundle of the members' prices has of its own is left from before, and nobody buys by it.
  const isOfMembers = isPricedByMembers(content);
  const whyNoQuote = () => {
    if (isOfMembers) return t('preview.ofMembers');
    if (pricing.priceLists.length === 0) return t('preview.noPrice');
    return quoting.refusal && toldIn(t, quoting.refusal);
  };
  return (
    <div className={styles.preview}>
      <Suspense fallback={<Loading what={t('preview.label')} rows={3} height={36} />}>
        <QuotePreview
          content={shown}
          quoting={quoting}
          quote={isOfMembers ? undefined : quoting.quote}
          whyNone={whyNoQuote()}
        />
      </Suspense>
    </div>
  );
};

const LivePreview = () => {
  const t = useT();
  const content = useLiveDraft()?.content;
  return content ? (
    <Preview content={content} />
  ) : (
    <Text color="secondary">{t('preview.nothing')}</Text>
  );
};

/** The form and the quote as a consumer would find them, as they are designed; drawn when it is asked for. */
export const OptionPreview = () => {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <section aria-label={t('preview.label')}>
      <Button
        size="small"
        variant="secondary"
        aria-expanded={isShown}
        onPress={() => setShown(!isShown)}
      >
        {t(isShown ? 'preview.hide' : 'preview.show')}
      </Button>
      {isShown && <LivePreview />}
    </section>
  );
};
