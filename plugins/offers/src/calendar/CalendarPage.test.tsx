import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { OFFER_ID, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

const line = (id: string, title: string) => ({
  id,
  title,
  scenario: 'change' as const,
  state: 'approved' as const,
  releaseAt: '2026-12-01T09:00:00.000Z',
  releaseZone: 'UTC',
  offers: [{ id: OFFER_ID, name: 'postgres', title: 'PostgreSQL' }],
});

const calendar: PlanCalendar = {
  plans: [line(PLAN_ID, 'Winter prices'), line(OFFER_ID, 'Queues')],
  events: [
    { planId: PLAN_ID, kind: 'release', at: '2026-12-01T09:00:00.000Z' },
    { planId: OFFER_ID, kind: 'release', at: '2026-12-01T10:00:00.000Z' },
    { planId: PLAN_ID, kind: 'end', at: '2026-12-20T10:00:00.000Z', offerId: OFFER_ID },
  ],
  clashes: [
    {
      kind: 'same-offer',
      planIds: [PLAN_ID, OFFER_ID],
      about: [OFFER_ID],
      from: '2026-12-01T09:00:00.000Z',
      until: '2026-12-01T10:00:00.000Z',
    },
  ],
  freezes: [
    { from: '2026-12-24T00:00:00.000Z', until: '2026-12-27T00:00:00.000Z', title: 'Holidays' },
  ],
};

const open = (address: string) => openOffers(address, { planCalendar: calendar });

describe('the release calendar', () => {
  it('shows a month with its dates, what clashes, and when nothing should be released', async () => {
    const { calls } = open('/offers/plans/calendar?month=2026-12');
    const day = await screen.findByRole('gridcell', { name: /^Tuesday 1 December/ });
    expect(
      within(day).getByRole('link', { name: /09:00 Winter prices – Release/ }),
    ).toHaveAttribute('href', `/offers/plans/${PLAN_ID}`);
    expect(within(day).getAllByText(/Clashes/)).toHaveLength(2);
    expect(screen.getByRole('gridcell', { name: /26 December.*Holidays/ })).toBeInTheDocument();
    expect(screen.getByRole('gridcell', { name: /27 December/ })).not.toHaveTextContent('Holidays');
    expect(callsOf(calls, 'planCalendar')[0]?.query).toEqual({
      from: '2026-11-30T00:00:00.000Z',
      until: '2027-01-04T00:00:00.000Z',
    });
  });

  it('is walked through with the keys, day by day and month by month', async () => {
    open('/offers/plans/calendar?month=2026-12');
    const first = await screen.findByRole('gridcell', { name: /^Tuesday 1 December/ });
    first.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(screen.getByRole('gridcell', { name: /^Wednesday 9 December/ })).toHaveFocus();
    await userEvent.keyboard('{PageDown}');
    expect(await screen.findByRole('heading', { name: 'January 2027' })).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('gridcell', { name: /^Friday 1 January/ })).toHaveFocus(),
    );
  });

  it('is a line for each plan too, with what clashes', async () => {
    open('/offers/plans/calendar?month=2026-12&view=timeline');
    const dates = await screen.findByRole('list', { name: 'Dates of Winter prices' });
    expect(within(dates).getByText(/^Release, .*Both touch the same offer$/)).toBeInTheDocument();
    expect(within(dates).getByText(/^End, .*PostgreSQL$/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Queues' })).toBeInTheDocument();
  });

  it('is a table too, with what clashes and the way to it', async () => {
    open('/offers/plans/calendar?month=2026-12&view=list');
    const table = await screen.findByRole('table', { name: 'Dates' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getAllByText(/Both touch the same offer/)).toHaveLength(2);
    expect(within(table).getByText('End')).toBeInTheDocument();
  });
});
