import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCard, anEngineer, anOfferPage, aQuote } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';

const facets = {
  total: 2,
  categories: [{ id: 'databases', title: 'Databases', count: 2 }],
  interactions: [{ id: 'provision' as const, count: 2 }],
  states: [{ id: 'available' as const, count: 2 }],
};

const QUEUE_ID = '2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';
const items = [aCard(), aCard({ id: QUEUE_ID, name: 'queue', title: 'A queue' })];

const open = (answers: Answers = {}, address = '/offers') =>
  openOffers(address, {
    me: anEngineer(),
    facets,
    browseOffers: { items },
    offerPage: anOfferPage(),
    quoteOffer: aQuote(),
    ...answers,
  });

const categories = () => screen.findByRole('radiogroup', { name: 'Category' });

describe('the way back from the catalogue', () => {
  let scrollTo: jest.SpyInstance;
  beforeEach(() => {
    scrollTo = jest.spyOn(window, 'scrollTo').mockImplementation();
  });
  afterEach(() => scrollTo.mockRestore());

  it('leads past each filter, and not out of the catalogue', async () => {
    const { goBack } = open();
    await userEvent.click(await within(await categories()).findByLabelText(/Databases/));
    await userEvent.click(await screen.findByLabelText(/Available/));
    expect(await screen.findByRole('button', { name: 'Without Available' })).toBeVisible();
    goBack();
    expect(screen.queryByRole('button', { name: 'Without Available' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Without Databases' })).toBeVisible();
    goBack();
    expect(screen.queryByRole('button', { name: 'Without Databases' })).not.toBeInTheDocument();
    expect(within(await categories()).getByLabelText('Any')).toBeChecked();
  });

  it('takes a word that was typed for one step, however often it was searched for on the way', async () => {
    const { calls, goBack } = open({}, '/offers?category=databases');
    const box = await screen.findByLabelText('Search');
    await userEvent.type(box, 'post');
    await waitFor(() => expect(callsOf(calls, 'browseOffers').at(-1)?.query?.q).toBe('post'));
    await userEvent.type(box, 'gres');
    await waitFor(() => expect(callsOf(calls, 'browseOffers').at(-1)?.query?.q).toBe('postgres'));
    goBack();
    await waitFor(() => expect(box).toHaveValue(''));
    expect(screen.getByRole('button', { name: 'Without Databases' })).toBeVisible();
  });

  it('takes another word, after the box was left, for another step', async () => {
    const { calls, goBack } = open();
    const box = await screen.findByLabelText('Search');
    const search = async (word: string) => {
      await userEvent.clear(box);
      await userEvent.type(box, `${word}{Enter}`);
      await waitFor(() => expect(callsOf(calls, 'browseOffers').at(-1)?.query?.q).toBe(word));
    };
    await search('postgres');
    await search('kafka');
    goBack();
    await waitFor(() => expect(box).toHaveValue('postgres'));
  });

  it('takes a price that was typed for one step', async () => {
    const { calls, goBack } = open();
    const most = await screen.findByLabelText('Up to');
    await userEvent.type(most, '9');
    await waitFor(() => expect(callsOf(calls, 'browseOffers').at(-1)?.query?.priceMax).toBe('9'));
    await userEvent.type(most, '00');
    await waitFor(() => expect(callsOf(calls, 'browseOffers').at(-1)?.query?.priceMax).toBe('900'));
    goBack();
    await waitFor(() => expect(most).toHaveValue(''));
  });

  it('is no longer for what is marked to compare, which stays marked', async () => {
    const { goBack } = open();
    await userEvent.click(await within(await categories()).findByLabelText(/Databases/));
    await userEvent.click(await screen.findByLabelText('Compare A queue'));
    goBack();
    expect(within(await categories()).getByLabelText('Any')).toBeChecked();
  });

  it('leads from an offer to where the reader was in the list', async () => {
    const { goBack } = open({}, '/offers?layout=table');
    const link = await screen.findByRole('link', { name: 'A queue' });
    Object.defineProperty(window, 'scrollY', { value: 640, configurable: true });
    window.dispatchEvent(new Event('scroll'));
    await userEvent.click(link);
    await screen.findByRole('heading', { name: 'PostgreSQL' });
    Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
    goBack();
    expect(await screen.findByRole('link', { name: 'A queue' })).toHaveFocus();
    expect(scrollTo).toHaveBeenLastCalledWith({ top: 640, behavior: 'instant' });
  });

  it('is offered by the offer too: to the list that the reader came from', async () => {
    open({}, '/offers?category=databases&sort=newest');
    await userEvent.click(await screen.findByRole('link', { name: 'A queue' }));
    await screen.findByRole('heading', { name: 'PostgreSQL' });
    expect(screen.getByRole('link', { name: '← Catalogue' })).toHaveAttribute(
      'href',
      '/offers?category=databases&sort=newest',
    );
  });

  it('leads from a page that was turned to the one before it', async () => {
    const { goBack } = open({
      browseOffers: ({ query }) =>
        query?.cursor ? { items: items.slice(1) } : { items: items.slice(0, 1), nextCursor: 'n' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    await screen.findByRole('link', { name: 'A queue' });
    goBack();
    expect(await screen.findByRole('link', { name: 'PostgreSQL for production' })).toBeVisible();
  });
});
