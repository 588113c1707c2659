import { Select, Text, TextField } from '@backstage/ui';
import {
  isAmount,
  isAtMost,
  isCurrency,
  type CatalogueFilters,
} from '@offerdesk/backstage-plugin-offers-common';
import { memo, useEffect, useRef, useState } from 'react';
import { useTyping } from '../parts/useTyping';
import { useT } from '../words/useWords';
import styles from './CatalogueFilters.module.css';
import type { Changes } from './useCatalogueAddress';

/** How long a reader pauses before what they typed counts, in milliseconds. */
const PAUSE_MS = 400;

/** What is offered to choose from besides the currencies that are seen. */
const USUAL = ['EUR', 'USD', 'GBP', 'CHF', 'JPY'];

interface BoundProps {
  label: string;
  value: string | undefined;
  /** what is wrong with an amount beside the other bound */
  faultOf: (amount: string) => string | null;
  onChange: (amount: string, goesOn: boolean) => void;
}

const Bound = ({ label, value = '', faultOf, onChange }: BoundProps) => {
  const t = useT();
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  const typing = useTyping();
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
    typing.end();
  }, [value, typing]);
  const faultIn = (amount: string) => (isAmount(amount) ? faultOf(amount) : t('facet.priceFault'));
  const fault = text === '' ? null : faultIn(text);
  const isSound = fault === null;
  useEffect(() => {
    if (!isSound || text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text;
      latest.current(text, typing.goOn());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, isSound, typing]);
  return (
    <TextField
      label={label}
      value={text}
      // Many write a comma where an amount has its point.
      onChange={next => setText(next.trim().replace(/^(\d+),(\d*)$/, '$1.$2'))}
      onBlur={typing.end}
      inputMode="decimal"
      validationBehavior="aria"
      validate={() => fault}
    />
  );
};

interface PriceFilterProps extends Pick<CatalogueFilters, 'priceMin' | 'priceMax'> {
  currency: string;
  /** the currencies of what is seen, the most frequent first */
  seen: readonly string[];
  onChange: (changes: Changes, goesOn?: boolean) => void;
}

/** From which price to which, in a currency. */
export const PriceFilter = memo(({ currency, seen, onChange, ...prices }: PriceFilterProps) => {
  const t = useT();
  const { priceMin: least, priceMax: most } = prices;
  // The other bound too: one that made no sense in the address is passed over, and must not come back.
  const change = (bound: Changes, goesOn: boolean) =>
    onChange({ priceMin: least ?? '', priceMax: most ?? '', ...bound, currency }, goesOn);
  const options = [...new Set([currency, ...seen, ...USUAL])].filter(isCurrency);
  return (
    <fieldset className={styles.price}>
      <legend className={styles.legend}>{t('facet.price')}</legend>
      <Select
        aria-label={t('facet.currency')}
        value={currency}
        onChange={key => onChange({ currency: String(key) })}
        options={options.map(code => ({ id: code, label: code }))}
      />
      <div className={styles.bounds}>
        <Bound
          label={t('facet.priceMin')}
          value={least}
          faultOf={amount =>
            most && !isAtMost(amount, most)
              ? t('facet.priceMinFault', { amount: `${most} ${currency}` })
              : null
          }
          onChange={(priceMin, goesOn) => change({ priceMin }, goesOn)}
        />
        <Bound
          label={t('facet.priceMax')}
          value={most}
          faultOf={amount =>
            least && !isAtMost(least, amount)
              ? t('facet.priceMaxFault', { amount: `${least} ${currency}` })
              : null
          }
          onChange={(priceMax, goesOn) => change({ priceMax }, goesOn)}
        />
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('facet.priceHint')}
      </Text>
    </fieldset>
  );
});
