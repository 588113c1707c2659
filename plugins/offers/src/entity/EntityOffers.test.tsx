import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { offersApiRef } from '../data/offersApi';
import { rootRouteRef } from '../routes';
import { aCard } from '../__testUtils__/builders';
import { backend, callsOf, type Answers } from '../__testUtils__/renderOffers';
import { EntityOffersCard, EntityOffersContent } from './EntityOffers';

const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'managed-data' },
};

function open(element: ReactNode, answers: Answers) {
  const { api, calls } = backend(answers);
  renderInTestApp(<EntityProvider entity={system}>{element}</EntityProvider>, {
    mountedRoutes: {
      '/offers': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [[offersApiRef, api]],
  });
  return calls;
}

describe('offers on the page of an entity', () => {
  it('are those that are linked to it, as a tab', async () => {
    const calls = open(<EntityOffersContent />, { browseOffers: { items: [aCard()] } });
    const card = await screen.findByRole('link', { name: 'PostgreSQL for production' });
    expect(card).toHaveAttribute('href', '/offers/o/postgres');
    expect(callsOf(calls, 'browseOffers')[0]?.query?.entity).toBe('system:default/managed-data');
  });

  it('are named with their price, as a card', async () => {
    open(<EntityOffersCard />, { browseOffers: { items: [aCard()] } });
    expect(await screen.findByText('120.00 EUR a month')).toBeInTheDocument();
  });

  it('[rule 1] are simply none, whether there are none or none for this reader', async () => {
    open(<EntityOffersContent />, { browseOffers: { items: [] } });
    expect(await screen.findByText('No offers here for you')).toBeInTheDocument();
  });
});
