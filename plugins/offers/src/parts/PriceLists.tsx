import { Flex, Text } from '@backstage/ui';
import type { PriceList } from '@offerdesk/backstage-plugin-offers-common';
import { chargeWords } from '../words/price';
import { Facts } from './Facts';

/** The price of an offer item by item, a list for each currency. */
export const PriceLists = ({ priceLists }: { priceLists: readonly PriceList[] }) => (
  <Flex direction="column" gap="4">
    {priceLists.length === 0 && <Text color="secondary">No price is given.</Text>}
    {priceLists.map(({ currency, charges }) => (
      <div key={currency}>
        {priceLists.length > 1 && (
          <Text as="h4" variant="body-medium" weight="bold">
            {currency}
          </Text>
        )}
        <Facts
          facts={charges.map(charge => [charge.label, chargeWords(charge, currency)] as const)}
        />
      </div>
    ))}
  </Flex>
);
