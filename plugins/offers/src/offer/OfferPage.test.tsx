import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aContent,
  aListedOffer,
  anEngineer,
  anOfferPage,
  aQuote,
  OFFER_ID,
  someone,
} from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const page = anOfferPage();
const explained = (answer: boolean) => ({
  id: page.id,
  name: page.name,
  title: 'PostgreSQL',
  viewer: 'user:default/ada',
  url: page.url,
  explanation: { ...page.explanation, orderable: { ...page.explanation.orderable, answer } },
});

const open = (answers: Answers, address = '/offers/o/postgres') =>
  openOffers(address, {
    me: anEngineer(),
    offerPage: page,
    explainOffer: explained(false),
    quoteOffer: aQuote(),
    offerStory: { id: OFFER_ID, name: 'postgres', chapters: [] },
    offerNews: { items: [] },
    ...answers,
  });

const withOptions = anOfferPage({
  content: {
    ...page.content,
    options: aContent({
      options: {
        schema: {
          type: 'object',
          required: ['size'],
          properties: {
            size: { type: 'string', title: 'Size', enum: ['small', 'large'] },
            nodes: { type: 'integer', title: 'Nodes', minimum: 1, maximum: 9, default: 3 },
          },
          if: { properties: { size: { const: 'large' } } },
          then: { properties: { zone: { type: 'string', title: 'Zone' } }, required: ['zone'] },
        },
        toggles: [{ key: 'backup', title: 'Backup', owner: 'group:default/platform-team' }],
      },
    }).options,
  },
});

describe('the offer page', () => {
  it('says what it is, what it costs, and who is behind it', async () => {
    open({});
    expect(await screen.findByRole('heading', { name: 'PostgreSQL' })).toBeInTheDocument();
    const price = screen.getByRole('region', { name: 'What it costs' });
    expect(await within(price).findByText('120.00 EUR a month')).toBeInTheDocument();
    expect(within(price).getByText('1440.00 EUR')).toBeInTheDocument();
    const people = await screen.findByRole('region', { name: 'Who delivers and who helps' });
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

  it('calls what it is held for as people call it', async () => {
    const sentence = 'It is held until this is deployed: component:default/checkout-api 4.2.0.';
    const { explanation, ...rest } = explained(false);
    const orderable = {
      answer: false,
      reasons: [{ code: 'deployed' as const, holds: false, sentence }],
    };
    open({ explainOffer: { ...rest, explanation: { ...explanation, orderable } } });
    expect(
      await screen.findByText('It is held until this is deployed: checkout-api 4.2.0.'),
    ).toBeInTheDocument();
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

  it('tells what was announced of it, and what was wrong with that', async () => {
    const at = '2026-11-20T09:00:00.000Z';
    open({
      offerNews: {
        items: [
          {
            id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
            kind: 'promotion',
            version: 2,
            at,
            text: 'Now with backups',
            correction: 'Backups come in May',
          },
          { id: '3f1c9a52-7d4e-4b0a-9c66-0f2b8d1e5a77', kind: 'changed', version: 2, at },
        ],
      },
    });
    const news = await screen.findByRole('list', { name: 'Announcements' });
    const lines = within(news).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Worth a look.*Now with backups.*Corrected: Backups come in May$/),
      expect.stringMatching(/^Version 2 took over 20 Nov 2026/),
    ]);
  });

  it('tells what it has been, and what each version changed', async () => {
    const from = '2026-11-01T09:00:00.000Z';
    const turn = '2026-11-20T09:00:00.000Z';
    open({
      offerStory: {
        id: OFFER_ID,
        name: 'postgres',
        chapters: [
          {
            version: 2,
            state: 'available',
            from: turn,
            changes: [
              {
                field: 'content.terms.leadTimeDays',
                label: 'Lead time',
                before: '5 days',
                after: '2 days',
                material: true,
              },
            ],
          },
          { version: 1, state: 'available', from, until: turn, changes: [] },
        ],
      },
    });
    const story = await screen.findByRole('region', { name: 'What it has been' });
    expect(
      await within(story).findByRole('heading', {
        name: 'Version 2, since 20 Nov 2026, 09:00 UTC',
      }),
    ).toBeInTheDocument();
    expect(within(story).getByText('5 days')).toBeInTheDocument();
    expect(within(story).getByText('The first that you were served.')).toBeInTheDocument();
  });

  it('leads who looks after an offer that is ahead to it, to its plan, and to where it is written', async () => {
    const ahead = '2999-01-01T09:00:00.000Z';
    const summary = aListedOffer({ state: 'scheduled', validFrom: ahead });
    const { calls } = open({
      me: someone(),
      listOffers: { items: [summary] },
      offerPage: ({ query }) => {
        if (!query?.at) throw refusal(404, 'not-found', 'There is no such offer.');
        return page;
      },
    });
    expect(await screen.findByText(/is offered from 1 Jan 2999, 09:00 UTC on/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open it where it is written' })).toHaveAttribute(
      'href',
      `/offers/manage/${OFFER_ID}`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'See it at that time' }));
    expect(await screen.findByRole('heading', { name: 'PostgreSQL' })).toBeInTheDocument();
    expect(callsOf(calls, 'offerPage').at(-1)?.query?.at).toBe(ahead);
  });

  it('[rule 1] says nothing of it to anybody else', async () => {
    const { calls } = open({
      offerPage: () => {
        throw refusal(404, 'not-found', 'There is no such offer.');
      },
    });
    expect(await screen.findByText('There is nothing here that you can see')).toBeInTheDocument();
    expect(callsOf(calls, 'listOffers')).toHaveLength(0);
  });

  it('shows its public life to those who look after offers alone', async () => {
    const { calls } = open({ offerPage: { ...page, asStaff: false } });
    await screen.findByRole('heading', { name: 'PostgreSQL' });
    expect(screen.queryByText('Public life')).not.toBeInTheDocument();
    expect(callsOf(calls, 'getOfferLife')).toEqual([]);
  });

  it('shows them what is served to whom, with its rings', async () => {
    const ring = { groups: ['group:default/testers'], percent: 10 };
    open({
      me: someone(),
      getOfferLife: {
        offerId: OFFER_ID,
        name: 'postgres',
        state: 'canary',
        at: '2026-11-23T09:00:00.000Z',
        places: [
          { catalogue: 'default', catalogueTitle: 'Catalogue', categoryTitle: 'Databases' },
          { from: '2026-12-20T09:00:00.000Z', catalogue: 'office', catalogueTitle: 'Office' },
        ],
        segments: [
          {
            from: '2026-11-20T09:00:00.000Z',
            version: 2,
            state: 'canary',
            audience: { whom: 'in', ring },
          },
        ],
        rings: [
          {
            version: 2,
            stages: [{ from: '2026-11-20T09:00:00.000Z', ring: 'Testers', held: true }],
            acts: [],
          },
        ],
        suspensions: [],
        endings: [],
        can: { operate: false, rollBack: false },
      },
    });
    const life = await screen.findByRole('region', { name: 'Public life' });
    expect(
      await within(life).findByText('Ring: testers, 10 % of its audience'),
    ).toBeInTheDocument();
    expect(within(life).getByText('2 (Now)')).toBeInTheDocument();
    expect(within(life).getByText(/Testers \(held\)/)).toBeInTheDocument();
    const places = within(within(life).getByRole('table', { name: 'Where it is found' }));
    const [, latest, first] = places.getAllByRole('row');
    expect(latest).toHaveTextContent(/20 Dec 2026.*Office/);
    expect(first).toHaveTextContent('–CatalogueDatabases');
  });
});

describe('the price on the offer page', () => {
  it('follows what the reader chooses, after a pause', async () => {
    const { calls } = open({
      offerPage: withOptions,
      quoteOffer: ({ body }) =>
        aQuote(
          body.quantity === 2
            ? { totals: { oneOff: '0', recurring: [], firstYear: '2880.00' } }
            : {},
        ),
    });
    await userEvent.click(await screen.findByRole('button', { name: /Size/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'small' }));
    await userEvent.click(screen.getByRole('switch', { name: 'Backup' }));
    const quantity = screen.getByRole('textbox', { name: 'How many' });
    await userEvent.clear(quantity);
    await userEvent.type(quantity, '2{Enter}');
    expect(await screen.findByText('2880.00 EUR')).toBeInTheDocument();
    expect(callsOf(calls, 'quoteOffer').at(-1)?.body).toMatchObject({
      options: { size: 'small' },
      toggles: { backup: true },
      quantity: 2,
    });
    expect(await screen.findByText('The first year costs 2880.00 EUR')).toBeInTheDocument();
  });

  it('asks first what is needed, tells nobody off, and shows the prices as they are meanwhile', async () => {
    open({
      offerPage: withOptions,
      quoteOffer: () => {
        throw refusal(400, 'invalid-input', 'options.size: is needed', [
          { field: 'options.size', remedy: 'Choose a size' },
        ]);
      },
    });
    expect(await screen.findByText('Answer what is asked to see what it comes to.')).toBeVisible();
    expect(screen.queryByText('Choose a size')).not.toBeInTheDocument();
    const price = screen.getByRole('region', { name: 'What it costs' });
    expect(within(price).getByText('120.00 EUR a month')).toBeInTheDocument();
  });

  it('lets the reader choose among the currencies that the backend names, and keeps them when one has no price', async () => {
    const { calls } = open({
      quoteOffer: ({ body }) => {
        if (body.currency !== 'USD') return aQuote({ currencies: ['EUR', 'USD'] });
        throw refusal(400, 'no-price', 'There is no price for you in USD. Choose one of EUR.', []);
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /Currency/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'USD' }));
    await waitFor(() => expect(callsOf(calls, 'quoteOffer').at(-1)?.body.currency).toBe('USD'));
    expect(await screen.findByText(/There is no price for you in USD/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Currency/ })).toHaveTextContent('USD');
  });

  it('asks what a condition asks for once the backend does', async () => {
    open({
      offerPage: withOptions,
      quoteOffer: ({ body }) => {
        if (body.options?.size !== 'large') return aQuote();
        throw refusal(400, 'invalid-input', 'options.zone: is needed', [
          { field: 'options.zone', remedy: 'Name the zone' },
        ]);
      },
    });
    expect(screen.queryByLabelText(/^Zone/)).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: /Size/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'large' }));
    expect(await screen.findByLabelText(/^Zone/)).toBeInTheDocument();
    expect(await screen.findByText('Name the zone')).toBeInTheDocument();
    expect(screen.getByText('Mend what is marked to see what it comes to.')).toBeInTheDocument();
    expect(screen.queryByText(/options\.zone/)).not.toBeInTheDocument();
  });
});
