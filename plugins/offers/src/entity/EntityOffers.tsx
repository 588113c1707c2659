import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Flex, Link, Text } from '@backstage/ui';
import { OfferCardList } from '../catalogue/OfferCard';
import { useBrowse, useCategoryTitles } from '../catalogue/useBrowse';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { OffersRoot } from '../shell/OffersRoot';
import { useLinks } from '../shell/useLinks';
import { priceInWords } from '../words/price';

const NOTHING = {
  title: 'No offers here for you',
  description: 'Offers that are linked to this entity and open to you would be listed here.',
};

function useEntityOffers() {
  const { entity } = useEntity();
  return useBrowse({ entity: stringifyEntityRef(entity) });
}

const LinkedOffers = () => {
  const found = useEntityOffers();
  const titleOf = useCategoryTitles();
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="offers" rows={2} height={148} />;
  if (found.items.length === 0) return <Empty {...NOTHING} />;
  return (
    <Flex direction="column" gap="4">
      <OfferCardList offers={found.items} titleOf={titleOf} />
      {found.hasNextPage && (
        <Button variant="secondary" onPress={() => found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Flex>
  );
};

const LinkedOfferNames = () => {
  const found = useEntityOffers();
  const links = useLinks();
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="offers" rows={2} height={40} />;
  if (found.items.length === 0) {
    return (
      <Text as="p" color="secondary">
        {NOTHING.title}.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      {found.items.map(offer => (
        <div key={offer.id}>
          <Link href={links.offer(offer.name)}>{offer.title}</Link>
          <Text as="p" variant="body-small" color="secondary">
            {priceInWords(offer.priceLists)}
          </Text>
        </div>
      ))}
    </Flex>
  );
};

/** The offers linked to the entity of the page, as a tab. */
export const EntityOffersContent = () => (
  <OffersRoot>
    <LinkedOffers />
  </OffersRoot>
);

/** The offers linked to the entity of the page, as a card. */
export const EntityOffersCard = () => (
  <OffersRoot>
    <Panel title="Offers">
      <LinkedOfferNames />
    </Panel>
  </OffersRoot>
);
