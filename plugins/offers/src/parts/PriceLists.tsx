import { Flex, Text } from '@backstage/ui';
import type { PriceList } from '@offerdesk/backstage-plugin-offers-common';
import { useWords } from '../words/useWords';
import { Facts } from './Facts';

/** The price of an offer item by item, a list for each currency. */
export const PriceLists = ({ priceLists }: { priceLists: readonly PriceList[] }) => {
  const { t, charge: inWords } = useWords();
  return (
    <Flex direction="column" gap="4">
      {priceLists.length === 0 && <Text color="secondary">{t('price.none')}</Text>}
      {priceLists.map(({ currency, charges, audience }) => (
        <div key={`${currency} ${audience.join(' ')}`}>
          {priceLists.length > 1 && (
            <Text as="h4" variant="body-medium" weight="bold">
              {currency}
            </Text>
          )}
          <Facts
            facts={charges.map(charge => [charge.label, inWords(charge, currency)] as const)}
          />
        </div>
      ))}
    </Flex>
  );
};
