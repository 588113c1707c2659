import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Container, Flex, Text } from '@backstage/ui';
import { RiHome2Line } from '@remixicon/react';
import { useParams } from 'react-router-dom';
import { EntityOffersCard, EntityOffersContent } from '../src/beside';
import { homeWidgetDataRef } from '../src/home/extensions';

/** A home page as Backstage's own: it takes what widgets there are and shows them side by side. */
const homePage = PageBlueprint.makeWithOverrides({
  inputs: { widgets: createExtensionInput([homeWidgetDataRef]) },
  factory: (original, { inputs }) =>
    original({
      path: '/home',
      title: 'Home',
      loader: async () => (
        <Container>
          <Flex direction={{ initial: 'column', md: 'row' }} gap="4" mt="4">
            {inputs.widgets.map(widget => {
              const { component, name } = widget.get(homeWidgetDataRef);
              return (
                <div key={name} style={{ flex: 1, minInlineSize: 0 }}>
                  {component}
                </div>
              );
            })}
          </Flex>
        </Container>
      ),
    }),
});

/** What stands on the page of an entity, whichever it is: the card, and below it the tab. */
const EntityPage = () => {
  const { kind = '', namespace = 'default', name = '' } = useParams();
  const entity = { apiVersion: 'backstage.io/v1alpha1', kind, metadata: { namespace, name } };
  return (
    <EntityProvider entity={entity}>
      <Container>
        <Flex direction="column" gap="4" mt="4">
          <Text as="h1" variant="title-medium">
            {name}
          </Text>
          <EntityOffersCard />
          <EntityOffersContent />
        </Flex>
      </Container>
    </EntityProvider>
  );
};

const catalogue = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'sample-catalogue',
      params: define => define({ api: catalogApiRef, deps: {}, factory: () => catalogApiMock() }),
    }),
    // Where the names of teams and software lead, which the software catalogue would show.
    PageBlueprint.make({
      name: 'sample-entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        title: 'Software',
        routeRef: entityRouteRef,
        loader: async () => <EntityPage />,
      },
    }),
  ],
});

const home = createFrontendPlugin({
  pluginId: 'home',
  title: 'Home',
  icon: <RiHome2Line />,
  extensions: [homePage],
});

/** What stands around the plugin in a portal, as far as it shows something of ours. */
export const surroundings = [home, catalogue];
