import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SearchContextProvider, searchApiRef } from '@backstage/plugin-search-react';
import { screen } from '@testing-library/react';
import { aCard } from '../__testUtils__/builders';
import { backend, callsOf } from '../__testUtils__/renderOffers';
import { offersApiRef } from '../data/offersApi';
import { rootRouteRef } from '../routes';
import { OffersForYou } from './OffersForYou';

const search = { query: async () => ({ results: [] }) };

function open(term: string, items = [aCard()]) {
  const { api, calls } = backend({ browseOffers: { items } });
  renderInTestApp(
    <SearchContextProvider initialState={{ term, types: [], filters: {} }}>
      <OffersForYou />
    </SearchContextProvider>,
    {
      mountedRoutes: { '/offers': rootRouteRef },
      apis: [
        [offersApiRef, api],
        [searchApiRef, search],
      ],
    },
  );
  return calls;
}

describe('offers beside the results of search', () => {
  it('are those with the same words that are open to the reader', async () => {
    const calls = open(' postgres ');
    const list = await screen.findByRole('list', { name: 'Offers for you' });
    expect(list).toHaveTextContent(aCard().title);
    expect(screen.getByRole('link', { name: 'All of them' })).toHaveAttribute(
      'href',
      '/offers?q=postgres',
    );
    expect(callsOf(calls, 'browseOffers')).toEqual([{ query: { limit: 5, q: 'postgres' } }]);
  });

  it('are the new ones before anything is looked for', async () => {
    const calls = open('');
    await screen.findByRole('list', { name: 'New for you' });
    expect(callsOf(calls, 'browseOffers')).toEqual([{ query: { limit: 5, sort: 'new' } }]);
  });

  it('say so where there is none', async () => {
    open('nothing', []);
    expect(await screen.findByText(/No offer that is open to you/)).toBeInTheDocument();
  });
});
