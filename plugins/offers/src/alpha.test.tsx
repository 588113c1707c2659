import { renderTestApp } from '@backstage/frontend-test-utils';
import { ApiBlueprint, createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import offersPlugin from './alpha';
import { offersApiRef } from './data/offersApi';
import { offersPlugin as classicPlugin, OffersPage } from './index';
import { aCard } from './__testUtils__/builders';
import { backend } from './__testUtils__/renderOffers';

it('brings the pages to an app of the new frontend system', async () => {
  const { api } = backend({ browseOffers: { items: [aCard()] } });
  renderTestApp({
    features: [
      offersPlugin.withOverrides({
        extensions: [
          offersPlugin.getExtension('api:offers').override({
            factory: original =>
              original({
                params: define => define({ api: offersApiRef, deps: {}, factory: () => api }),
              }),
          }),
        ],
      }),
      createFrontendModule({
        pluginId: 'app',
        extensions: [
          ApiBlueprint.make({
            name: 'catalog-of-the-test',
            params: define =>
              define({ api: catalogApiRef, deps: {}, factory: () => catalogApiMock() }),
          }),
        ],
      }),
    ],
    initialRouteEntries: ['/offers'],
  });
  expect(await screen.findByRole('heading', { name: 'Catalogue' })).toBeInTheDocument();
});

it('offers the same to an app of the classic one', () => {
  expect(classicPlugin.getId()).toBe('offers');
  expect([...classicPlugin.getApis()].map(({ api }) => api.id)).toEqual([offersApiRef.id]);
  expect(OffersPage).toBeDefined();
});
