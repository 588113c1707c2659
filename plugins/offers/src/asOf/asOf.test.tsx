import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCard, anEngineer, anOfferPage, aQuote, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const AHEAD = '2999-01-01T09:00:00.000Z';
const page = anOfferPage();

const open = (answers: Answers, address = '/offers') =>
  openOffers(address, {
    me: someone(),
    browseOffers: { items: [aCard()] },
    offerPage: page,
    quoteOffer: aQuote(),
    ...answers,
  });

describe('the catalogue at another time', () => {
  it('is asked for with its zone, kept in the address, and left again', async () => {
    const { calls } = open({});
    await userEvent.click(await screen.findByRole('button', { name: 'As of…' }));
    const dialog = await screen.findByRole('dialog', { name: 'See it at another time' });
    const when = within(dialog).getByLabelText(/^Date and time/);
    await userEvent.clear(when);
    await userEvent.type(when, '2999-01-01T09:00');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show' }));
    expect(
      await screen.findByText(/This is how it will be on 1 Jan 2999, 09:00 UTC/),
    ).toBeVisible();
    await waitFor(() => expect(callsOf(calls, 'browseOffers').at(-1)?.query?.at).toBe(AHEAD));
    expect(callsOf(calls, 'facets').at(-1)?.query?.at).toBe(AHEAD);
    expect(screen.getByRole('link', { name: 'PostgreSQL for production' })).toHaveAttribute(
      'href',
      `/offers/o/postgres?at=${encodeURIComponent(AHEAD)}`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    await waitFor(() => expect(screen.queryByText(/This is how/)).not.toBeInTheDocument());
    expect(document.body).not.toHaveFocus();
  });

  it('says of the past that it was so', async () => {
    open({}, '/offers?at=2020-01-01T09:00:00Z');
    expect(await screen.findByText(/This is how it was on 1 Jan 2020/)).toBeInTheDocument();
  });

  it('is offered to who owns offers, without any role', async () => {
    open({ me: { ...anEngineer(), owner: true } });
    expect(await screen.findByRole('button', { name: 'As of…' })).toBeInTheDocument();
  });

  it('is not offered to those who may not, and an address does not help', async () => {
    open(
      {
        me: anEngineer(),
        browseOffers: ({ query }) => {
          if (query?.at) throw refusal(403, 'not-allowed', 'You may not look at another time.');
          return { items: [aCard()] };
        },
      },
      `/offers?at=${AHEAD}`,
    );
    expect(await screen.findByText('You may not look at another time.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'As of…' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(await screen.findByRole('list', { name: 'Offers' })).toBeInTheDocument();
  });
});

it('shows an offer, its reasons and its price at the time that the address names', async () => {
  const { calls } = open({}, `/offers/o/postgres?at=${AHEAD}`);
  await screen.findByRole('heading', { name: 'PostgreSQL' });
  expect(screen.getByText(/This is how it will be/)).toBeInTheDocument();
  expect(callsOf(calls, 'offerPage')[0]?.query).toEqual({ at: AHEAD });
  await waitFor(() => expect(callsOf(calls, 'quoteOffer')[0]?.body.at).toBe(AHEAD));
  expect(callsOf(calls, 'explainOffer')[0]?.query?.at).toBe(AHEAD);
  await waitFor(() => expect(callsOf(calls, 'offerStory')[0]?.query).toEqual({ at: AHEAD }));
  expect(callsOf(calls, 'offerNews')[0]?.query).toEqual({ at: AHEAD });
});
