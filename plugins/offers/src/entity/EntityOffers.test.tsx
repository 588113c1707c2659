import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
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

const retire = aCard({
  id: '2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3',
  name: 'retire',
  title: 'Retire a database',
  interaction: 'decommission',
});

describe('offers on the page of an entity', () => {
  it('are those that are linked to it, by what they do to it, as a tab', async () => {
    const calls = open(<EntityOffersContent />, {
      browseOffers: { items: [retire, aCard()] },
    });
    const provide = await screen.findByRole('region', { name: 'Provide it, or more of it' });
    expect(
      within(provide).getByRole('link', { name: 'PostgreSQL for production' }),
    ).toHaveAttribute('href', '/offers/o/postgres');
    const gone = screen.getByRole('region', { name: 'Retire it' });
    expect(within(gone).getByRole('link', { name: 'Retire a database' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Change it' })).not.toBeInTheDocument();
    expect(callsOf(calls, 'browseOffers')[0]?.query?.entity).toBe('system:default/managed-data');
  });

  it('lead to all of them where there are more', async () => {
    open(<EntityOffersContent />, { browseOffers: { items: [aCard()], nextCursor: 'more' } });
    expect(await screen.findByRole('link', { name: 'All offers of this entity' })).toHaveAttribute(
      'href',
      '/offers?entity=system%3Adefault%2Fmanaged-data',
    );
  });

  it('are named with their price, as a card', async () => {
    open(<EntityOffersCard />, { browseOffers: { items: [aCard(), retire] } });
    const provide = await screen.findByRole('list', { name: 'Provide it, or more of it' });
    expect(within(provide).getByText('120.00 EUR a month')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Retire it' })).toBeInTheDocument();
  });

  it('say on the card which of them end', async () => {
    open(<EntityOffersCard />, { browseOffers: { items: [aCard({ state: 'ending' })] } });
    expect(await screen.findByText('Ending')).toBeInTheDocument();
  });

  it('[rule 1] are simply none, whether there are none or none for this reader', async () => {
    open(<EntityOffersContent />, { browseOffers: { items: [] } });
    expect(await screen.findByText('No offers here for you')).toBeInTheDocument();
  });
});
