import type { PriceList } from '@offerdesk/backstage-plugin-offers-common';
import { useWords } from '../words/useWords';
import styles from './Prices.module.css';

/** Every charge, a line for each price list; or that it is free, or worked out elsewhere. */
export const Prices = ({ priceLists }: { priceLists: readonly PriceList[] }) => {
  const { prices } = useWords();
  return (
    <>
      {prices(priceLists).map(price => (
        <span key={price} className={styles.price}>
          {price}
        </span>
      ))}
    </>
  );
};
