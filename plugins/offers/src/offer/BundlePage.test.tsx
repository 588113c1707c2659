import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aCard,
  aContent,
  anEngineer,
  anOfferPage,
  aQuote,
  OFFER_ID,
} from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const page = anOfferPage();

const open = (answers: Answers, address = '/offers/o/postgres') =>
  openOffers(address, {
    me: anEngineer(),
    offerPage: page,
    quoteOffer: aQuote(),
    offerStory: { id: OFFER_ID, name: 'postgres', chapters: [] },
    offerNews: { items: [] },
    ...answers,
  });

describe('the page of a bundle', () => {
  const bundle = aContent({
    bundle: {
      steps: [
        { key: 'network', offerId: '3b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3' },
        { key: 'database', offerId: OFFER_ID, after: ['network'], optional: true, quantity: 2 },
      ],
    },
  }).bundle;

  it('tells its parts and what each waits for, and lets the reader take those that are free', async () => {
    const { calls } = open({
      offerPage: anOfferPage({ content: { ...page.content, ...(bundle ? { bundle } : {}) } }),
      offersById: { items: [aCard()] },
    });
    const parts = await screen.findByRole('list', { name: 'Parts' });
    await within(parts).findByText('PostgreSQL for production');
    expect(
      within(parts)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'network – at once',
      '2 × PostgreSQL for production – after network, if you take it',
    ]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'PostgreSQL for production' }));
    await waitFor(() =>
      expect(callsOf(calls, 'quoteOffer').at(-1)?.body.steps).toEqual(['database']),
    );
  });

  it('asks for what is chosen of its parts under the name of the choice, and tells nobody off beforehand', async () => {
    const kit = aContent({
      bundle: {
        steps: [
          { key: 'search', offerId: '3b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3', choice: 'find' },
          { key: 'bucket', offerId: OFFER_ID, choice: 'find' },
        ],
        choices: [{ key: 'find', title: 'Where it is found' }],
      },
    }).bundle;
    const { calls } = open({
      offerPage: anOfferPage({
        content: { ...page.content, priceLists: [], ...(kit ? { bundle: kit } : {}) },
      }),
      offersById: { items: [aCard()] },
      quoteOffer: () => {
        throw refusal(400, 'invalid-input', 'Mend the choices.', [
          { field: 'steps', remedy: 'Choose 1 for Where it is found, of search, bucket' },
        ]);
      },
    });
    const choice = await screen.findByRole('radiogroup', { name: 'Where it is found' });
    await screen.findByText('Answer what is asked to see what it comes to.');
    expect(screen.queryByText(/of search, bucket/)).not.toBeInTheDocument();
    expect(screen.queryByText('No price is given.')).not.toBeInTheDocument();
    expect(screen.queryByText('You are asked nothing: everything is set.')).not.toBeInTheDocument();
    await userEvent.click(within(choice).getByRole('radio', { name: 'search' }));
    await userEvent.click(
      await within(choice).findByRole('radio', { name: 'PostgreSQL for production' }),
    );
    await waitFor(() =>
      expect(callsOf(calls, 'quoteOffer').at(-1)?.body.steps).toEqual(['bucket']),
    );
  });

  it('asks for the use of each part that is charged by one unit, so that none counts twice', async () => {
    const use = (step: string) => ({
      ...{ label: 'Storage', kind: 'usage' as const, unit: 'GB', unitAmount: '0.033' },
      ...{ source: 'member' as const, step },
    });
    const quoted = aQuote();
    const lines = [use('network'), use('database')];
    const { calls } = open({
      offerPage: anOfferPage({
        content: { ...page.content, priceLists: [], ...(bundle ? { bundle } : {}) },
      }),
      offersById: { items: [aCard()] },
      quoteOffer: { ...quoted, quote: { ...quoted.quote, lines } },
    });
    const field = await screen.findByRole('textbox', {
      name: 'GB in a month: PostgreSQL for production',
    });
    expect(screen.getByRole('textbox', { name: 'GB in a month: network' })).toBeVisible();
    expect(screen.getAllByText('0.033 EUR a GB')).toHaveLength(2);
    await userEvent.type(field, '7');
    await waitFor(() =>
      expect(callsOf(calls, 'quoteOffer').at(-1)?.body.usage).toEqual({ 'database/GB': '7' }),
    );
  });

  it('leads to its parts at the instant that the reader looks at', async () => {
    const at = '2999-01-01T09:00:00.000Z';
    const { calls } = open(
      {
        offerPage: anOfferPage({ content: { ...page.content, ...(bundle ? { bundle } : {}) } }),
        offersById: { items: [aCard()] },
      },
      `/offers/o/postgres?at=${at}`,
    );
    const parts = await screen.findByRole('list', { name: 'Parts' });
    expect(
      await within(parts).findByRole('link', { name: 'PostgreSQL for production' }),
    ).toHaveAttribute('href', `/offers/o/postgres?at=${encodeURIComponent(at)}`);
    expect(callsOf(calls, 'offersById').at(-1)?.query).toMatchObject({ at });
  });
});
