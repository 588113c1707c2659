import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCard, anEngineer, anOfferPage, OFFER_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const QUEUE_ID = '2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';
const postgres = anOfferPage();
const queue = anOfferPage({
  id: QUEUE_ID,
  name: 'queue',
  content: {
    ...postgres.content,
    information: { ...postgres.content.information, title: 'A queue' },
    terms: { ...postgres.content.terms, leadTimeDays: 5 },
  },
});

const open = (answers: Answers = {}, ids = `${OFFER_ID},${QUEUE_ID}`) =>
  openOffers(`/offers/compare?ids=${ids}`, {
    me: anEngineer(),
    offersById: { items: [aCard(), aCard({ id: QUEUE_ID, name: 'queue', title: 'A queue' })] },
    offerPage: ({ params }) => (params.name === 'queue' ? queue : postgres),
    ...answers,
  });

const rowNames = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

describe('the comparison', () => {
  it('puts offers side by side', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Offers side by side' });
    const row = within(table).getByRole('row', { name: /^Lead time/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['2 days', '5 days']);
    expect(rowNames(table)).toContain('Price');
  });

  it('compares at another time that the address names, and leads on at that time', async () => {
    const at = '2999-01-01T09:00:00.000Z';
    const { calls } = open({ me: someone() }, `${OFFER_ID}&at=${at}`);
    const link = await screen.findByRole('link', { name: 'PostgreSQL' });
    expect(link).toHaveAttribute('href', `/offers/o/postgres?at=${encodeURIComponent(at)}`);
    expect(screen.getByText(/This is how it will be/)).toBeInTheDocument();
    expect(callsOf(calls, 'offersById')[0]?.query?.at).toBe(at);
    expect(callsOf(calls, 'offerPage')[0]?.query?.at).toBe(at);
  });

  it('shows only what differs when asked', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Offers side by side' });
    await userEvent.click(screen.getByRole('switch', { name: 'Only what differs' }));
    expect(rowNames(table)).toEqual(['Lead time']);
  });

  it('takes an offer out, and the address with it', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Take A queue out' }));
    expect(await screen.findByRole('link', { name: 'PostgreSQL' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'A queue' })).not.toBeInTheDocument();
    expect(document.activeElement).toContainElement(screen.getByRole('table'));
  });

  it('[rule 1] leaves out what is not open to the reader, and does not say which it is', async () => {
    open({
      offersById: { items: [aCard()] },
    });
    expect(await screen.findByText(/Some of these offers are not open to you/)).toBeInTheDocument();
    expect(screen.queryByText('A queue')).not.toBeInTheDocument();
  });

  it('leaves out what closes between the two questions', async () => {
    open({
      offerPage: ({ params }) => {
        if (params.name === 'queue') throw refusal(404, 'not-found', 'Nothing that you can see.');
        return postgres;
      },
    });
    expect(await screen.findByRole('link', { name: 'PostgreSQL' })).toBeInTheDocument();
    expect(screen.getByText(/Some of these offers are not open to you/)).toBeInTheDocument();
  });

  it('says what to do where there is nothing to compare', async () => {
    open({}, '');
    expect(await screen.findByText('There is nothing to compare')).toBeInTheDocument();
    expect(screen.getByText(/Choose offers in the catalogue/)).toBeInTheDocument();
  });
});
