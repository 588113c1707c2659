import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCard, anEngineer, OFFER_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const facets = {
  total: 1,
  categories: [{ id: 'databases', title: 'Databases', count: 1 }],
  interactions: [{ id: 'provision' as const, count: 1 }],
  states: [{ id: 'available' as const, count: 1 }],
  owners: [{ id: 'group:default/platform-team', count: 1 }],
  providers: [{ id: 'Amazon Web Services', count: 1 }],
};

const QUEUE_ID = '2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';
const aQueue = () => aCard({ id: QUEUE_ID, name: 'queue', title: 'A queue' });

const open = (answers: Answers, address = '/offers') =>
  openOffers(address, { me: anEngineer(), facets, browseOffers: { items: [aCard()] }, ...answers });

const choose = async (label: string, option: string) => {
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(label) }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

describe('the catalogue', () => {
  it('shows what is offered, with price, lead time, category and the way to its page', async () => {
    open({});
    const card = await screen.findByRole('link', { name: 'PostgreSQL for production' });
    expect(card).toHaveAttribute('href', '/offers/o/postgres');
    const list = screen.getByRole('list', { name: 'Offers' });
    expect(within(list).getByText('120.00 EUR a month')).toBeInTheDocument();
    expect(within(list).getByText('2 days')).toBeInTheDocument();
    expect(await within(list).findByText('Databases')).toBeInTheDocument();
    expect(await screen.findByText('1 offer for you', { selector: 'p' })).toBeInTheDocument();
  });

  it('shows an engineer no way to pages for staff', async () => {
    open({});
    await screen.findByRole('list', { name: 'Offers' });
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'Catalogue',
      'What I hear',
      'Slack',
    ]);
  });

  it('searches after a pause, and takes the filters from the address', async () => {
    const { calls } = open({}, '/offers?category=databases&interaction=provision');
    await userEvent.type(await screen.findByLabelText('Search'), 'post');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toEqual({
        q: 'post',
        category: 'databases',
        interaction: 'provision',
        limit: 20,
      }),
    );
    expect(callsOf(calls, 'browseOffers').map(({ query }) => query?.q)).not.toContain('p');
  });

  it('passes over what makes no sense in an address', async () => {
    const { calls } = open({}, '/offers?interaction=dance&priceMax=9&sort=price&leadTimeMax=soon');
    await screen.findByRole('list', { name: 'Offers' });
    expect(callsOf(calls, 'browseOffers')).toEqual([{ query: { limit: 20 } }]);
  });

  it('narrows by each facet, counting what the others leave', async () => {
    const { calls } = open({}, '/offers?state=available');
    const category = await screen.findByRole('radiogroup', { name: 'Category' });
    await userEvent.click(await within(category).findByRole('radio', { name: 'Databases 1' }));
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toMatchObject({
        category: 'databases',
        state: 'available',
      }),
    );
    await choose('Provider', 'Amazon Web Services (1)');
    await choose('Lead time', 'Within 7 days');
    await userEvent.type(screen.getByLabelText('Up to'), '900');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toMatchObject({
        provider: 'Amazon Web Services',
        leadTimeMax: 7,
        priceMax: '900',
        currency: 'EUR',
      }),
    );
    const counted = callsOf(calls, 'facets').map(({ query }) => query);
    expect(counted).toContainEqual({ of: 'owners,providers', state: 'available' });
    expect(counted.at(-1)).toMatchObject({ category: 'databases', leadTimeMax: 7 });
  });

  it('takes one chosen filter away, and leaves the others', async () => {
    const { calls } = open({}, '/offers?category=databases&leadTimeMax=3');
    await userEvent.click(await screen.findByRole('button', { name: 'Without Databases' }));
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toEqual({ leadTimeMax: 3, limit: 20 }),
    );
  });

  it('orders by price in a currency of what is seen', async () => {
    const { calls } = open({});
    await screen.findByRole('list', { name: 'Offers' });
    await choose('Sort by', 'Price');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toMatchObject({
        sort: 'price',
        currency: 'EUR',
      }),
    );
  });

  it('says that nothing matches, and clears the filters when asked', async () => {
    open(
      { browseOffers: ({ query }) => ({ items: query?.q ? [] : [aCard()] }) },
      '/offers?q=nonsense',
    );
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body,
    );
    expect(await screen.findByRole('list', { name: 'Offers' })).toBeInTheDocument();
    expect(screen.getByLabelText('Search')).toHaveValue('');
  });

  it('says honestly that nothing is offered yet', async () => {
    open({ browseOffers: { items: [] } });
    expect(await screen.findByText('Nothing is offered to you yet')).toBeInTheDocument();
  });

  it('turns pages forth and back, one at a time', async () => {
    const { calls } = open({
      browseOffers: ({ query }) =>
        query?.cursor === 'second'
          ? { items: [aQueue()], prevCursor: 'first' }
          : { items: [aCard()], nextCursor: 'second' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    expect(await screen.findByRole('link', { name: 'A queue' })).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'PostgreSQL for production' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'What was found' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(
      await screen.findByRole('link', { name: 'PostgreSQL for production' }),
    ).toBeInTheDocument();
    expect(callsOf(calls, 'browseOffers').at(-1)?.query?.cursor).toBe('first');
  });

  it('finds the way back by itself where the API does not tell it, as by relevance', async () => {
    const { calls } = open(
      {
        browseOffers: ({ query }) =>
          query?.cursor ? { items: [aQueue()] } : { items: [aCard()], nextCursor: 'second' },
      },
      '/offers?q=a',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    await screen.findByRole('link', { name: 'A queue' });
    await userEvent.click(screen.getByRole('button', { name: 'Previous page' }));
    await screen.findByRole('link', { name: 'PostgreSQL for production' });
    expect(callsOf(calls, 'browseOffers').map(({ query }) => query?.cursor)).toEqual([
      undefined,
      'second',
    ]);
  });

  it('is a table when asked, of the same page, for which nothing is asked again', async () => {
    const browseOffers = { items: [aCard({ orderable: false })], prevCursor: 'before' };
    const { calls } = open({ browseOffers }, '/offers?cursor=second');
    await screen.findByRole('list', { name: 'Offers' });
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('table', { name: 'Offers' });
    expect(within(table).getByText('You cannot order it; its page says why')).toBeVisible();
    expect(within(table).getByRole('link', { name: 'PostgreSQL for production' })).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Cards' }));
    expect(await screen.findByRole('list', { name: 'Offers' })).toBeInTheDocument();
    expect(callsOf(calls, 'browseOffers')).toEqual([{ query: { cursor: 'second', limit: 20 } }]);
  });

  it('keeps starred offers at hand', async () => {
    const { calls } = open({ offersById: { items: [aCard()] } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Star PostgreSQL for production' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Starred only' }));
    await waitFor(() => expect(callsOf(calls, 'offersById')[0]?.query?.ids).toBe(OFFER_ID));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take the star off PostgreSQL for production' }),
    );
    expect(await screen.findByText('You have starred nothing yet')).toBeInTheDocument();
  });

  it('takes up to four offers into the comparison', async () => {
    open({ browseOffers: { items: [aCard(), aQueue()] } });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Compare PostgreSQL for production' }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Compare A queue' }));
    expect(await screen.findByRole('region', { name: 'Compare' })).toHaveTextContent(
      '2 of 4 chosen to compare',
    );
    expect(screen.getByRole('link', { name: 'Compare side by side' })).toHaveAttribute(
      'href',
      `/offers/compare?ids=${OFFER_ID}%2C${QUEUE_ID}`,
    );
  });

  it('refuses a fifth to compare with a word, by keyboard too', async () => {
    const { items } = {
      items: Array.from({ length: 5 }, (_, index) =>
        aCard({ id: `2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c${index}`, title: `Queue ${index}` }),
      ),
    };
    const compare = items.slice(0, 4).map(({ id }) => id);
    open({ browseOffers: { items } }, `/offers?compare=${compare.join(',')}`);
    const fifth = await screen.findByRole('checkbox', { name: 'Compare Queue 4' });
    fifth.focus();
    await userEvent.keyboard(' ');
    expect(fifth).not.toBeChecked();
    expect(screen.getByTestId('offers-live-region')).toHaveTextContent(
      'That is the most: take one out to choose another.',
    );
    expect(screen.getByRole('region', { name: 'Compare' })).toHaveTextContent(
      '4 of 4 chosen to compare. That is the most',
    );
  });

  it('keeps the focus beside the filters when one is taken away, and on what was found when all are', async () => {
    open(
      { browseOffers: ({ query }) => ({ items: query?.leadTimeMax ? [] : [aCard()] }) },
      '/offers?category=databases&leadTimeMax=3',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Without Databases' }));
    const chosen = screen.getByRole('list', { name: 'Chosen filters' });
    expect(document.activeElement).toContainElement(chosen);
    await screen.findByText('Nothing matches');
    await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[1] ?? chosen);
    await screen.findByRole('list', { name: 'Offers' });
    expect(screen.getByRole('group', { name: 'What was found' })).toHaveFocus();
  });

  it('says what is wrong with a price, and takes a comma for a point', async () => {
    const { calls } = open({});
    const most = await screen.findByLabelText('Up to');
    await userEvent.type(most, '99,5');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toMatchObject({ priceMax: '99.5' }),
    );
    await userEvent.type(most, 'x');
    expect(await screen.findByText('Give an amount such as 100 or 99.50')).toBeInTheDocument();
  });

  it('asks for no prices whose lowest is above the highest', async () => {
    const { calls } = open({}, '/offers?currency=EUR&priceMin=500&priceMax=100');
    const [least, most] = [await screen.findByLabelText('From'), screen.getByLabelText('Up to')];
    expect([least, most].map(box => box.getAttribute('value'))).toEqual(['', '']);
    await userEvent.type(most, '100');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toMatchObject({ priceMax: '100' }),
    );
    await userEvent.type(least, '500');
    await screen.findByText('More than “Up to”: give 100 EUR at most');
    await userEvent.type(most, '0');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toMatchObject({
        priceMin: '500',
        priceMax: '1000',
      }),
    );
    const crossed = callsOf(calls, 'browseOffers').filter(
      ({ query }) => query?.priceMin === '500' && query.priceMax === '100',
    );
    expect(crossed).toEqual([]);
  });

  it('says what is refused in the words of the backend, and does not offer to be refused again', async () => {
    open({
      browseOffers: () => {
        throw refusal(400, 'invalid-input', 'Search for at most 200 characters.');
      },
    });
    expect(await screen.findByText('Search for at most 200 characters.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  it('does not let an old count stand beside what could not be counted, and counts when it is tried again', async () => {
    let fails = true;
    const answer = <T,>(query: { q?: string | undefined } | undefined, value: T): T => {
      if (fails && query?.q) throw refusal(409, 'conflict', 'Not just now.');
      return value;
    };
    open({
      facets: ({ query }) => answer(query, { ...facets, total: query?.q ? 1 : 17 }),
      browseOffers: ({ query }) => answer(query, { items: [aCard()] }),
    });
    await screen.findByRole('group', { name: '17 offers for you' });
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.paste('sql');
    await screen.findByRole('button', { name: 'Try again' });
    await waitFor(() =>
      expect(screen.queryByRole('group', { name: '17 offers for you' })).not.toBeInTheDocument(),
    );
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('group', { name: '1 offer matches' })).toBeInTheDocument();
  });

  it('keeps the focus where the offers are while a page that failed is tried again', async () => {
    let fails = true;
    open({
      browseOffers: ({ query }) => {
        if (fails && query?.cursor) throw refusal(409, 'conflict', 'Not just now.');
        return { items: [aCard()], ...(query?.cursor ? {} : { nextCursor: 'second' }) };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    expect(await screen.findByText(/Not just now/)).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'What was found' })).toHaveFocus();
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: 'Offers' })).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'What was found' })).toHaveFocus();
  });
});
