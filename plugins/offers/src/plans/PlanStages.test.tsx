import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { aManagedOffer, aPlan, HASH, OFFER_ID, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';

const open = (plan: Partial<Plan>, answers: Answers = {}) =>
  openOffers(`/offers/plans/${PLAN_ID}`, { getPlan: aPlan(plan), ...answers });

const may = (what: Partial<Plan['can']>) => ({ ...aPlan().can, ...what });

describe('what a plan brings, and its way through the stages', () => {
  it('shows before and after side by side, with price and margin against the floor', async () => {
    const [impact] = aPlan().impact;
    const [margin] = impact?.margins ?? [];
    if (!impact || !margin) throw new Error('The sample plan has an impact with a margin.');
    open({
      scenario: 'change',
      impact: [
        {
          ...impact,
          kind: 'change',
          changes: [
            {
              field: 'content.pricing.priceLists',
              label: 'Price',
              before: '100.00 EUR a month',
              after: '120.00 EUR a month',
              material: true,
            },
          ],
          marginsBefore: [{ ...margin, price: '1200.00', marginPercent: '20' }],
          audienceLost: [{ principal: 'group:default/contractors', people: 3 }],
          bundles: [{ id: 'b', title: 'Starter kit' }],
        },
      ],
    });
    const changes = await screen.findByRole('table', { name: 'Changes of PostgreSQL' });
    expect(within(changes).getByText('100.00').tagName).toBe('DEL');
    expect(within(changes).getByText('120.00').tagName).toBe('INS');
    const margins = screen.getByRole('table', { name: 'Price and margin of PostgreSQL' });
    expect(within(margins).getByText('1200.00 → 1440.00')).toBeInTheDocument();
    expect(within(margins).getByText('20 % → 33.3 %')).toBeInTheDocument();
    expect(screen.getByText('contractors (3 people)')).toBeInTheDocument();
    expect(screen.getByText('Starter kit')).toBeInTheDocument();
  });

  const cost = (state: 'missing' | 'waived') => ({
    gate: {
      gate: 'define-exit' as const,
      met: state === 'waived',
      criteria: [
        {
          id: 'cost',
          title: 'Cost',
          state,
          remedy: 'Add what it costs.',
          offerId: OFFER_ID,
          ...(state === 'waived'
            ? {
                waiver: {
                  id: PLAN_ID,
                  by: 'user:default/mia',
                  reason: 'Finance is asked.',
                  until: '2027-01-01T08:00:00.000Z',
                },
              }
            : {}),
        },
      ],
    },
  });
  const waiving = aManagedOffer();
  waiving.can.waive = true;
  if (waiving.draft) waiving.draft.updatedBy = 'user:default/ravi';

  it('lets those who may waive a criterion until a date, with a reason', async () => {
    const { calls } = open(cost('missing'), { getOffer: waiving, grantWaiver: waiving });
    await userEvent.click(await screen.findByRole('button', { name: 'Waive Cost…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Finance is asked.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Waive' }));
    await waitFor(() => expect(callsOf(calls, 'grantWaiver')).toHaveLength(1));
    expect(callsOf(calls, 'grantWaiver')[0]).toMatchObject({
      params: { id: OFFER_ID },
      body: { criterion: 'cost', reason: 'Finance is asked.' },
    });
  });

  it('offers no waiver to who wrote the draft, and says that others can give it', async () => {
    const own = aManagedOffer();
    open(cost('missing'), { getOffer: { ...own, can: { ...own.can, waive: true } } });
    expect(await screen.findByText(/by somebody who did not write the draft/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Waive/ })).not.toBeInTheDocument();
  });

  it('says who waived a criterion until when, and ends that', async () => {
    const { calls } = open(cost('waived'), { getOffer: waiving, revokeWaiver: waiving });
    expect(await screen.findByText(/Finance is asked/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'End the waiver of Cost…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'It is known now.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'End the waiver' }));
    await waitFor(() =>
      expect(callsOf(calls, 'revokeWaiver')[0]?.params).toEqual({ id: OFFER_ID, waiver: PLAN_ID }),
    );
  });

  it('offers no waiver to those who may not give one', async () => {
    open(cost('missing'), { getOffer: aManagedOffer() });
    expect(await screen.findByText('Add what it costs.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Waive/ })).not.toBeInTheDocument();
  });

  it('shows the steps of approval, who is asked, and for whom one would decide', async () => {
    open({
      onBehalfOf: 'user:default/mia',
      approval: {
        given: 1,
        required: 2,
        outcome: 'open',
        steps: [
          {
            id: 'owner',
            title: 'Owner',
            given: 1,
            needed: 1,
            state: 'met',
            approvers: ['group:default/platform-team'],
            decideIn: 'anywhere',
            lowRisk: false,
            fallback: [],
          },
          {
            id: 'board',
            title: 'Change board',
            given: 0,
            needed: 1,
            state: 'open',
            approvers: ['group:default/board'],
            decideIn: 'portal',
            lowRisk: false,
            escalatesAt: '2026-12-02T08:00:00.000Z',
            fallback: ['group:default/heads'],
          },
        ],
      },
    });
    const steps = within(await screen.findByRole('list', { name: 'Steps of approval' }));
    expect(steps.getByText('Being asked')).toBeInTheDocument();
    expect(steps.getByText(/Only here, in the portal/)).toBeInTheDocument();
    expect(steps.getByText('heads')).toBeInTheDocument();
    expect(screen.getByText(/as their stand-in/)).toBeInTheDocument();
  });

  it('asks nobody before it is submitted, and says so', async () => {
    const step = {
      id: 'approval',
      title: 'Approval',
      given: 0,
      needed: 1,
      state: 'open' as const,
      approvers: ['group:default/release-managers'],
      decideIn: 'anywhere' as const,
      lowRisk: false,
      fallback: [],
    };
    open({ state: 'draft', approval: { ...aPlan().approval, steps: [step] } });
    const steps = within(await screen.findByRole('list', { name: 'Steps of approval' }));
    expect(steps.getByText('To be asked')).toBeInTheDocument();
    expect(steps.queryByText('Being asked')).not.toBeInTheDocument();
  });

  it('begins to implement with who does it, at the revision that was read', async () => {
    const { calls } = open(
      { state: 'approved', can: may({ implement: true }) },
      { implementPlan: aPlan({ state: 'implementing' }) },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Implement…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: /Who implements it/ }),
      'user:default/ben',
    );
    await userEvent.tab();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(callsOf(calls, 'implementPlan')).toHaveLength(1));
    expect(callsOf(calls, 'implementPlan')[0]).toMatchObject({
      revision: 2,
      body: { implementers: ['user:default/ben'] },
    });
  });

  it('does not let what misses something be called ready', async () => {
    open({ ...cost('missing'), state: 'implementing', can: may({ makeReady: true }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Make ready…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Cost')).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'It is ready' })).toBeDisabled();
  });

  it('approves alone in an emergency only with what it is', async () => {
    const { calls } = open({ can: may({ breakGlass: true }) }, { breakGlass: aPlan() });
    await userEvent.click(await screen.findByRole('button', { name: 'Approve alone…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Approve alone' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/emergency is/), 'Prices are wrong.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Approve alone' }));
    await waitFor(() =>
      expect(callsOf(calls, 'breakGlass')[0]?.body).toEqual({
        contentHash: HASH,
        reason: 'Prices are wrong.',
      }),
    );
  });

  it('says what gets in its way, with the way to it', async () => {
    open(
      {},
      {
        planCalendar: {
          events: [],
          freezes: [],
          plans: [
            {
              id: OFFER_ID,
              title: 'Prices for winter',
              scenario: 'change',
              state: 'approved',
              releaseAt: '2026-12-01T09:00:00.000Z',
              releaseZone: 'UTC',
              offers: [{ id: OFFER_ID, name: 'postgres', title: 'PostgreSQL' }],
            },
          ],
          clashes: [
            {
              kind: 'same-offer',
              planIds: [PLAN_ID, OFFER_ID],
              about: [OFFER_ID],
              from: '2026-12-01T08:00:00.000Z',
              until: '2026-12-01T09:00:00.000Z',
            },
          ],
        },
      },
    );
    expect(await screen.findByText('Something gets in its way')).toBeInTheDocument();
    expect(screen.getByText(/Both touch the same offer \(PostgreSQL\)/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Prices for winter' })).toHaveAttribute(
      'href',
      `/offers/plans/${OFFER_ID}`,
    );
  });
});
