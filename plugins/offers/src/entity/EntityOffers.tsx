import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import {
  INTERACTIONS,
  type Interaction,
  type OfferCard,
} from '@offerdesk/backstage-plugin-offers-common';
import { useId } from 'react';
import { OfferCardList } from '../catalogue/OfferCard';
import { useCategoryTitles } from '../catalogue/useBrowse';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Ground } from '../parts/Ground';
import { Loading } from '../parts/Loading';
import { NotedLine } from '../parts/NotedLine';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { OffersRoot } from '../shell/OffersRoot';
import { useLinks } from '../shell/useLinks';
import { useT, useWords } from '../words/useWords';

/** As many as stand beside one entity; a link leads to all of them. */
const SHOWN = 50;
const SHOWN_ON_CARD = 8;

function useEntityOffers(limit: number) {
  const entity = stringifyEntityRef(useEntity().entity);
  return { entity, ...useCall('browseOffers', { query: { entity, limit } }) };
}

/** The offers by what they do to the entity, in the order of its life; what there is none of is left out. */
function byInteraction(offers: readonly OfferCard[]): [Interaction, OfferCard[]][] {
  return INTERACTIONS.flatMap(interaction => {
    const own = offers.filter(offer => offer.interaction === interaction);
    return own.length > 0 ? [[interaction, own] satisfies [Interaction, OfferCard[]]] : [];
  });
}

const AllOfThem = ({ entity }: { entity: string }) => {
  const t = useT();
  return (
    <ButtonLink variant="secondary" href={useLinks().offersOf(entity)}>
      {t('entity.all')}
    </ButtonLink>
  );
};

const Group = ({ interaction, offers }: { interaction: Interaction; offers: OfferCard[] }) => {
  const t = useT();
  const id = useId();
  const titleOf = useCategoryTitles();
  return (
    <section aria-labelledby={id}>
      <Flex direction="column" gap="3">
        <Text as="h2" id={id} variant="title-x-small" weight="bold">
          {t(`entity.${interaction}`)}
        </Text>
        <OfferCardList offers={offers} titleOf={titleOf} />
      </Flex>
    </section>
  );
};

const LinkedOffers = () => {
  const t = useT();
  const links = useLinks();
  const { entity, data, error, refetch } = useEntityOffers(SHOWN);
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading what={t('entity.loading')} rows={2} height={148} />;
  if (data.items.length === 0) {
    return (
      <Empty
        title={t('entity.none')}
        description={t('entity.noneWhy')}
        action={
          <ButtonLink variant="secondary" href={links.catalogue}>
            {t('entity.browse')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <Flex direction="column" gap="6">
      {byInteraction(data.items).map(([interaction, offers]) => (
        <Group key={interaction} interaction={interaction} offers={offers} />
      ))}
      {data.nextCursor && <AllOfThem entity={entity} />}
    </Flex>
  );
};

const OfferNames = ({ interaction, offers }: { interaction: Interaction; offers: OfferCard[] }) => {
  const { t, shortPrice, state } = useWords();
  const links = useLinks();
  return (
    <div>
      <Text as="h4" variant="body-small" color="secondary">
        {t(`entity.${interaction}`)}
      </Text>
      <PlainList label={t(`entity.${interaction}`)}>
        {offers.map(offer => (
          <NotedLine
            key={offer.id}
            href={links.offer(offer.name)}
            title={offer.title}
            note={shortPrice(offer.priceLists)}
            badge={offer.state !== 'available' && <StateBadge {...state(offer.state)} />}
          />
        ))}
      </PlainList>
    </div>
  );
};

const LinkedOfferNames = () => {
  const t = useT();
  const { entity, data, error, refetch } = useEntityOffers(SHOWN_ON_CARD);
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading what={t('entity.loading')} rows={2} height={40} />;
  if (data.items.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('entity.none')}.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      {byInteraction(data.items).map(([interaction, offers]) => (
        <OfferNames key={interaction} interaction={interaction} offers={offers} />
      ))}
      {data.nextCursor && <AllOfThem entity={entity} />}
    </Flex>
  );
};

const CardPanel = () => (
  <Panel title={useT()('shell.offers')}>
    <LinkedOfferNames />
  </Panel>
);

/** The offers linked to the entity of the page by what they do to it, as a tab. */
export const EntityOffersContent = () => (
  <OffersRoot>
    <Ground>
      <LinkedOffers />
    </Ground>
  </OffersRoot>
);

/** The offers linked to the entity of the page, as a card. */
export const EntityOffersCard = () => (
  <OffersRoot>
    <Ground>
      <CardPanel />
    </Ground>
  </OffersRoot>
);
