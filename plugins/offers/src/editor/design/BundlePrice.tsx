import { Select, Text, TextField } from '@backstage/ui';
import { judgedPricing, type Bundle } from '@offerdesk/backstage-plugin-offers-common';
import styles from './Design.module.css';
import type { Members } from './useMembers';
import { useT } from '../../words/useWords';

const RULES = ['sum', 'discount', 'fixed'] as const;

const NO_PRICING = { priceLists: [], costs: [] };

interface BundlePriceProps extends Pick<Members, 'priceListsOf'> {
  bundle: Bundle;
  put: (bundle: Bundle) => void;
}

/** In which currencies it is sold where its members make its price: in those that they have in common. */
const Currencies = ({ bundle, priceListsOf }: Omit<BundlePriceProps, 'put'>) => {
  const t = useT();
  // Of a member that the writer does not read nothing can be said, so nothing is said of the bundle.
  if (bundle.steps.some(({ offerId }) => !priceListsOf(offerId))) return null;
  const { priceLists } = judgedPricing({ pricing: NO_PRICING, bundle }, id => ({
    pricing: { ...NO_PRICING, priceLists: [...(priceListsOf(id) ?? [])] },
  }));
  const currencies = priceLists.map(({ currency }) => currency);
  const [only] = currencies;
  if (only === undefined) {
    return (
      <Text as="p" color="danger" role="status">
        {t('members.noCurrency')}
      </Text>
    );
  }
  return (
    <Text as="p" variant="body-small" color="secondary" role="status">
      {currencies.length === 1
        ? t('members.currency', { currency: only })
        : t('members.currencies', { currencies: currencies.join(', ') })}
    </Text>
  );
};

/** What the bundle costs: what its members do, less something, or a price of its own. */
export const BundlePrice = ({ bundle, put, priceListsOf }: BundlePriceProps) => {
  const t = useT();
  const { price } = bundle;
  const choose = (rule: string) => {
    if (rule === 'discount') put({ ...bundle, price: { rule, percent: '10' } });
    else if (rule === 'fixed' || rule === 'sum') put({ ...bundle, price: { rule } });
  };
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={t('members.costs')}
          value={price.rule}
          onChange={key => choose(String(key))}
          options={RULES.map(id => ({ id, label: t(`members.${id}`) }))}
        />
        {price.rule === 'discount' && (
          <TextField
            label={t('members.percent')}
            value={price.percent}
            onChange={percent => put({ ...bundle, price: { rule: 'discount', percent } })}
          />
        )}
      </div>
      {price.rule !== 'fixed' && <Currencies bundle={bundle} priceListsOf={priceListsOf} />}
    </>
  );
};
