import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCard, anEngineer } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const facets = {
  total: 1,
  categories: [{ id: 'databases', title: 'Databases', count: 1 }],
  interactions: [{ id: 'provision' as const, count: 1 }],
  states: [{ id: 'available' as const, count: 1 }],
};

const open = (answers: Answers, address = '/offers') =>
  openOffers(address, { me: anEngineer(), facets, browseOffers: { items: [aCard()] }, ...answers });

describe('the catalogue', () => {
  it('shows what is offered, with price, lead time, category and the way to its page', async () => {
    open({});
    const card = await screen.findByRole('link', { name: 'PostgreSQL for production' });
    expect(card).toHaveAttribute('href', '/offers/o/postgres');
    const list = screen.getByRole('list', { name: 'Offers' });
    expect(within(list).getByText('120.00 EUR a month')).toBeInTheDocument();
    expect(within(list).getByText('2 days')).toBeInTheDocument();
    expect(await within(list).findByText('Databases')).toBeInTheDocument();
    expect(await screen.findByText('1 offer for you', { selector: 'span' })).toBeInTheDocument();
  });

  it('shows an engineer no way to pages for staff', async () => {
    open({});
    await screen.findByRole('list', { name: 'Offers' });
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('searches after a pause, and takes the filters from the address', async () => {
    const { calls } = open({}, '/offers?category=databases&interaction=provision');
    await userEvent.type(await screen.findByLabelText('Search'), 'post');
    await waitFor(() =>
      expect(callsOf(calls, 'browseOffers').at(-1)?.query).toEqual({
        q: 'post',
        category: 'databases',
        interaction: 'provision',
      }),
    );
    expect(callsOf(calls, 'browseOffers').map(({ query }) => query?.q)).not.toContain('p');
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

  it('shows more when asked, from where the page before ended', async () => {
    const { calls } = open({
      browseOffers: ({ query }) =>
        query?.cursor
          ? { items: [aCard({ id: 'second', name: 'queue', title: 'A queue' })] }
          : { items: [aCard()], nextCursor: 'next' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'A queue' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'PostgreSQL for production' })).toBeInTheDocument();
    expect(callsOf(calls, 'browseOffers').at(-1)?.query?.cursor).toBe('next');
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('says what went wrong in the words of the backend, and tries again', async () => {
    let fails = true;
    open({
      browseOffers: () => {
        if (fails) throw refusal(400, 'invalid-input', 'Search for at most 200 characters.');
        return { items: [aCard()] };
      },
    });
    expect(await screen.findByText('Search for at most 200 characters.')).toBeInTheDocument();
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: 'Offers' })).toBeInTheDocument();
  });
});
