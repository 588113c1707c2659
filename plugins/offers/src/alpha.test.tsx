import { getComponentData } from '@backstage/core-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { renderInTestApp as renderInClassicApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import offersPlugin from './alpha';
import { offersApiRef, type OffersApi } from './data/offersApi';
import { homeWidgetDataRef } from './home/extensions';
import {
  EntityOffersCard,
  EntityOffersContent,
  HomeEndingOffers,
  HomeNewOffers,
  HomeWaitingPlans,
  OfferSearchResultListItem,
  offersPlugin as classicPlugin,
  OffersPage,
} from './index';
import { rootRouteRef } from './routes';
import { aCard } from './__testUtils__/builders';
import { backend } from './__testUtils__/renderOffers';

/** The API of the plugin, answering as it is told. */
const withApi = (api: OffersApi) =>
  offersPlugin.getExtension('api:offers').override({
    factory: original =>
      original({
        params: define => define({ api: offersApiRef, deps: {}, factory: () => api }),
      }),
  });

const catalogOfTheTest = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'catalog-of-the-test',
      params: define => define({ api: catalogApiRef, deps: {}, factory: () => catalogApiMock() }),
    }),
  ],
});

it('brings the pages to an app of the new frontend system', async () => {
  const { api } = backend({ browseOffers: { items: [aCard()] } });
  renderTestApp({
    features: [offersPlugin.withOverrides({ extensions: [withApi(api)] }), catalogOfTheTest],
    initialRouteEntries: ['/offers'],
  });
  expect(await screen.findByRole('heading', { name: 'Catalogue' })).toBeInTheDocument();
});

it('brings its widgets to the home page of an app that has one', async () => {
  const { api } = backend({ browseOffers: { items: [aCard()] } });
  const home = PageBlueprint.makeWithOverrides({
    inputs: { widgets: createExtensionInput([homeWidgetDataRef]) },
    factory: (original, { inputs }) =>
      original({
        path: '/home',
        loader: async () => (
          <>
            {inputs.widgets.map(widget => {
              const { component, name } = widget.get(homeWidgetDataRef);
              return <div key={name}>{component}</div>;
            })}
          </>
        ),
      }),
  });
  renderTestApp({
    features: [
      offersPlugin.withOverrides({ extensions: [withApi(api)] }),
      createFrontendPlugin({ pluginId: 'home', extensions: [home] }),
      catalogOfTheTest,
    ],
    initialRouteEntries: ['/home'],
  });
  expect(await screen.findByRole('region', { name: 'New for you' })).toBeInTheDocument();
  expect(await screen.findByRole('region', { name: 'Ending soon' })).toBeInTheDocument();
  expect(await screen.findByRole('region', { name: 'Waiting for you' })).toBeInTheDocument();
});

describe('an app of the classic frontend system', () => {
  it('gets the same API', () => {
    expect(classicPlugin.getId()).toBe('offers');
    expect([...classicPlugin.getApis()].map(({ api }) => api.id)).toEqual([offersApiRef.id]);
  });

  it('gives a home page that people arrange what it shows of its widgets', () => {
    const widget = <HomeWaitingPlans />;
    expect(getComponentData(widget, 'core.extensionName')).toBe('HomeWaitingPlans');
    expect(getComponentData(widget, 'title')).toBe('Waiting for you');
    expect(getComponentData(widget, 'home.widget.config')).toMatchObject({
      layout: { height: { defaultRows: 6 } },
    });
  });

  const mount = async (element: JSX.Element, at: string) => {
    const { api } = backend({ browseOffers: { items: [aCard()] } });
    await renderInClassicApp(
      <TestApiProvider
        apis={[
          [offersApiRef, api],
          [catalogApiRef, catalogApiMock()],
        ]}
      >
        <Routes>
          <Route path="/offers/*" element={<OffersPage />} />
          <Route path="/elsewhere" element={element} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: [at],
        mountedRoutes: {
          '/offers': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
  };

  it('draws offers among the results of a search page, and leaves others to others', async () => {
    const result = {
      title: 'Object storage',
      text: 'For files',
      location: '/offers/o/storage',
      interaction: 'support',
    };
    await mount(
      <SearchResultListItemExtensions
        results={[
          { type: 'offers', document: result },
          { type: 'entities', document: { ...result, title: 'Not an offer' } },
        ]}
      >
        <OfferSearchResultListItem />
      </SearchResultListItemExtensions>,
      '/elsewhere',
    );
    expect(await screen.findByRole('link', { name: 'Object storage' })).toHaveAttribute(
      'href',
      '/offers/o/storage',
    );
    expect(screen.getAllByText('Support')).toHaveLength(1);
  });

  it('mounts the pages', async () => {
    await mount(<></>, '/offers');
    expect(await screen.findByRole('link', { name: 'PostgreSQL for production' })).toHaveAttribute(
      'href',
      '/offers/o/postgres',
    );
  });

  it('mounts what stands beside an entity, and the widgets of a home page', async () => {
    const entity = { apiVersion: 'a/b', kind: 'System', metadata: { name: 'managed-data' } };
    await mount(
      <EntityProvider entity={entity}>
        <EntityOffersCard />
        <EntityOffersContent />
        <HomeNewOffers />
        <HomeEndingOffers />
        <HomeWaitingPlans />
      </EntityProvider>,
      '/elsewhere',
    );
    expect(await screen.findByRole('region', { name: 'Offers' })).toBeInTheDocument();
    expect(
      await screen.findAllByRole('region', { name: 'Provide it, or more of it' }),
    ).not.toHaveLength(0);
    for (const name of ['New for you', 'Ending soon', 'Waiting for you']) {
      expect(await screen.findByRole('region', { name })).toBeInTheDocument();
    }
  });
});
