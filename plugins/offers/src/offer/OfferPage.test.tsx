import { screen, within } from '@testing-library/react';
import { anEngineer, anOfferPage } from '../__testUtils__/builders';
import { openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const page = anOfferPage();
const explained = (answer: boolean) => ({
  id: page.id,
  name: page.name,
  title: 'PostgreSQL',
  viewer: 'user:default/ada',
  url: page.url,
  explanation: { ...page.explanation, orderable: { ...page.explanation.orderable, answer } },
});

const open = (answers: Answers) =>
  openOffers('/offers/o/postgres', {
    me: anEngineer(),
    offerPage: page,
    explainOffer: explained(false),
    ...answers,
  });

describe('the offer page', () => {
  it('says what it is, what it costs, and who is behind it', async () => {
    open({});
    expect(await screen.findByRole('heading', { name: 'PostgreSQL' })).toBeInTheDocument();
    const price = screen.getByRole('region', { name: 'Price' });
    expect(within(price).getByText('120.00 EUR a month')).toBeInTheDocument();
    const people = screen.getByRole('region', { name: 'Who delivers and who helps' });
    expect(within(people).getByText(/Amazon Web Services \(external\)/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Restart' })).toHaveAttribute(
      'href',
      'https://runbooks.example.com/restart',
    );
  });

  it('gives each reason why the reader cannot order it, and offers no button that would not work', async () => {
    open({});
    const why = await screen.findByRole('region', { name: "Why can't I order this?" });
    expect(within(why).getByText('Not among those who may order it.')).toBeInTheDocument();
    expect(
      within(why)
        .getAllByRole('listitem')
        .map(item => item.dataset.holds),
    ).toEqual(['true', 'false']);
    expect(screen.queryByRole('button', { name: /order/i })).not.toBeInTheDocument();
  });

  it('says so when the reader can order it', async () => {
    open({ explainOffer: explained(true) });
    expect(await screen.findByRole('region', { name: 'You can order this' })).toBeInTheDocument();
  });

  it('[rule 1] says the same of what does not exist and of what is not open to the reader', async () => {
    open({
      offerPage: () => {
        throw refusal(404, 'not-found', 'There is nothing here that you can see.');
      },
    });
    expect(await screen.findByText('There is nothing here that you can see')).toBeInTheDocument();
    expect(screen.queryByText(/postgres/i)).not.toBeInTheDocument();
  });
});
