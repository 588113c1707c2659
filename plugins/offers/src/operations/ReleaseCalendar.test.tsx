import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { anEngineer, OFFER_ID, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

const plan = (id: string, title: string, state: 'approved' | 'submitted') => ({
  id,
  title,
  scenario: 'change' as const,
  state,
  releaseAt: '2026-12-01T09:00:00.000Z',
  releaseZone: 'UTC',
  offers: [],
});

const calendar: PlanCalendar = {
  plans: [plan(PLAN_ID, 'Winter prices', 'approved'), plan(OFFER_ID, 'Perhaps', 'submitted')],
  events: [
    { planId: PLAN_ID, kind: 'release', at: '2026-12-01T09:00:00.000Z' },
    { planId: OFFER_ID, kind: 'release', at: '2026-12-03T09:00:00.000Z' },
  ],
  clashes: [],
  freezes: [],
};

const held = {
  id: OFFER_ID,
  name: 'postgres',
  title: 'PostgreSQL',
  summary: 'A database.',
  catalogue: 'default',
  interaction: 'provision' as const,
  state: 'held' as const,
  revision: 3,
  updatedAt: '2026-11-23T09:00:00.000Z',
  missing: 0,
};

describe('the release calendar of operations', () => {
  it('shows what is approved, what may come when it is asked for, and what is held', async () => {
    const { calls } = openOffers('/offers/operations/calendar?month=2026-12&view=list', {
      planCalendar: calendar,
      listOffers: { items: [held] },
    });
    const dates = within(await screen.findByRole('table', { name: 'Dates' }));
    expect(dates.getByText('Winter prices')).toBeInTheDocument();
    expect(dates.queryByText('Perhaps')).toBeNull();
    const waiting = within(await screen.findByRole('table', { name: 'Held now' }));
    expect(waiting.getByRole('link', { name: 'PostgreSQL' })).toHaveAttribute(
      'href',
      `/offers/operations/${OFFER_ID}`,
    );
    expect(callsOf(calls, 'listOffers')[0]?.query).toMatchObject({ state: 'held' });
    await userEvent.click(screen.getByRole('checkbox', { name: /not approved yet/ }));
    await waitFor(() => expect(dates.getByText('Perhaps')).toBeInTheDocument());
  });

  it('is for staff', async () => {
    const { calls } = openOffers('/offers/operations/calendar', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'planCalendar')).toHaveLength(0);
  });
});
