import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Demand, DemandSummary } from '@offerdesk/backstage-plugin-offers-common';
import { OFFER_ID, PLAN_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';

const ID = '2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';
const AT = '2026-12-01T09:00:00.000Z';

const head: DemandSummary = {
  id: ID,
  kind: 'change',
  source: 'consumer',
  state: 'raised',
  title: 'A larger database',
  requestedBy: 'user:default/ada',
  offers: [{ id: OFFER_ID, name: 'postgres', title: 'PostgreSQL' }],
  revision: 4,
  createdAt: AT,
  updatedAt: AT,
};

const all = { triage: true, plan: true, merge: true, decline: true, reopen: false };

const aDemand = (over: Partial<Demand> = {}): Demand => ({
  ...head,
  description: 'Ours is full.',
  entities: [],
  history: [{ at: AT, by: 'user:default/ada', event: 'raise' }],
  can: all,
  ...over,
});

const lead = someone({ can: ['readAll', 'managePlan', 'triageDemand', 'reportProductRelease'] });

const open = (demand: Partial<Demand>, answers: Answers = {}) =>
  openOffers(`/offers/demand/${ID}`, { me: lead, getDemand: aDemand(demand), ...answers });

describe('the board of demand', () => {
  const board = (address = '/offers/demand') =>
    openOffers(address, {
      me: lead,
      listDemands: ({ query }) => ({ items: query?.state === 'raised' ? [head] : [] }),
      listOffers: { items: [] },
      raiseDemand: aDemand(),
      getDemand: aDemand(),
    });

  it('holds each demand in the column of its state, by the filters of the address', async () => {
    const { calls } = board('/offers/demand?kind=change');
    const column = within(await screen.findByRole('region', { name: 'New' }));
    expect(await column.findByRole('link', { name: head.title })).toHaveAttribute(
      'href',
      `/offers/demand/${ID}`,
    );
    expect(callsOf(calls, 'listDemands').map(({ query }) => query)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'raised', kind: 'change' }),
        expect.objectContaining({ state: 'planned', kind: 'change' }),
      ]),
    );
  });

  it('is raised once, and leads to its page', async () => {
    const { calls } = board();
    await userEvent.click(await screen.findByRole('button', { name: 'Raise demand…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Raise it' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/^Title/), 'A queue');
    await userEvent.dblClick(within(dialog).getByRole('button', { name: 'Raise it' }));
    expect(await screen.findByRole('heading', { name: head.title })).toBeInTheDocument();
    const sent = callsOf(calls, 'raiseDemand');
    expect(sent[0]?.body).toMatchObject({ kind: 'new', title: 'A queue', offerIds: [] });
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});

describe('the page of a demand', () => {
  it('is weighed at the revision that was read', async () => {
    const { calls } = open({}, { triageDemand: aDemand() });
    await userEvent.click(await screen.findByRole('button', { name: 'Weigh…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Note'), 'Often asked.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(callsOf(calls, 'triageDemand')).toHaveLength(1));
    expect(callsOf(calls, 'triageDemand')[0]).toMatchObject({
      revision: 4,
      body: { priority: 'medium', note: 'Often asked.' },
    });
  });

  it('is declined only with a reason', async () => {
    const { calls } = open({}, { declineDemand: aDemand({ state: 'declined' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Decline…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Decline' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Too rare.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Decline' }));
    await waitFor(() =>
      expect(callsOf(calls, 'declineDemand')[0]?.body).toEqual({ reason: 'Too rare.' }),
    );
  });

  it('leads to a new plan that brings its offers', async () => {
    open({});
    const link = await screen.findByRole('link', { name: 'Make a plan of it…' });
    const { pathname, searchParams } = new URL(link.getAttribute('href') ?? '', 'http://x');
    expect(pathname).toBe('/offers/plans/new');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      scenario: 'change',
      demand: ID,
      offer: OFFER_ID,
    });
  });

  it('says what became of it, and offers what can still be done', async () => {
    open({
      state: 'planned',
      priority: 'high',
      plan: { id: PLAN_ID, title: 'Winter prices', state: 'submitted' },
      can: { ...all, triage: false, merge: false, decline: false, plan: false },
    });
    expect(await screen.findByRole('link', { name: 'Winter prices' })).toBeInTheDocument();
    expect(screen.getByText('High')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Weigh|Decline|Merge/ })).not.toBeInTheDocument();
  });
});

describe('what a requester is told', () => {
  const merged = {
    state: 'merged' as const,
    mergedInto: { id: PLAN_ID, state: 'planned' as const },
  };

  it('shows staff whether it arrived', async () => {
    const told = {
      id: PLAN_ID,
      kind: 'demand-notice' as const,
      act: 'post' as const,
      target: 'user:default/ada',
      state: 'failed' as const,
      dueAt: AT,
      attempts: 1,
      error: 'user_not_found',
    };
    open({ ...merged, told: [told] });
    const messages = within(await screen.findByRole('region', { name: 'Messages' }));
    expect(messages.getByText('Notice to the requester')).toBeInTheDocument();
    expect(messages.getByText('user_not_found')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Another demand (In a plan)' })).toBeInTheDocument();
  });

  it('leads nobody to a demand that is not theirs', async () => {
    open(merged, { me: someone({ can: [] }) });
    expect(await screen.findByText(/^Another demand \(In a plan\)\. Whoever/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Another demand/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Messages' })).not.toBeInTheDocument();
  });
});

describe('product releases', () => {
  it('are listed with the demand that they raised, and reported by hand', async () => {
    const release = {
      id: ID,
      product: 'component:default/payments',
      version: '2.4.0',
      status: 'released' as const,
      since: AT,
      notes: '',
      updatedAt: AT,
    };
    const { calls } = openOffers('/offers/demand/product-releases', {
      me: lead,
      listProductReleases: { items: [release] },
      listDemands: {
        items: [
          {
            ...head,
            source: 'product-release',
            productRelease: { product: release.product, version: release.version },
          },
        ],
      },
      reportProductRelease: { ...release, history: [] },
    });
    expect(await screen.findByRole('link', { name: head.title })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Report a release…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: 'Product' }),
      'component:default/payments',
    );
    await userEvent.tab();
    await userEvent.type(within(dialog).getByLabelText(/^Version/), '2.5.0');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Report' }));
    await waitFor(() =>
      expect(callsOf(calls, 'reportProductRelease')[0]?.body).toEqual({
        product: 'component:default/payments',
        version: '2.5.0',
        status: 'released',
      }),
    );
  });
});
