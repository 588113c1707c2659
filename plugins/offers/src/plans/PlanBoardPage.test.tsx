import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { planSummarySchema, type Plan } from '@offerdesk/backstage-plugin-offers-common';
import { anEngineer, aPlan, OFFER_ID } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

function summary(over: Partial<Plan>) {
  const { approval, ...plan } = aPlan(over);
  const head = Object.fromEntries(
    Object.keys(planSummarySchema.shape).flatMap(key =>
      key in plan ? [[key, plan[key as keyof typeof plan]]] : [],
    ),
  );
  const { given, required, outcome } = approval;
  return planSummarySchema.parse({ ...head, approval: { given, required, outcome } });
}

const plans = [
  summary({ title: 'Winter prices', scenario: 'change' }),
  summary({ id: OFFER_ID, title: 'Queues', state: 'implementing', stage: 'implement' }),
];

const open = (address = '/offers/plans/board') =>
  openOffers(address, {
    listPlans: ({ query }) => ({
      items: plans
        .filter(({ state }) => state === query?.state)
        .filter(({ scenario }) => !query?.scenario || scenario === query.scenario),
    }),
  });

describe('the board of plans', () => {
  it('holds each plan in the column of its stage', async () => {
    open();
    const define = within(await screen.findByRole('region', { name: 'Define' }));
    expect(await define.findByRole('link', { name: 'Winter prices' })).toBeInTheDocument();
    const implement = within(screen.getByRole('region', { name: 'Implement' }));
    expect(await implement.findByRole('link', { name: 'Queues' })).toBeInTheDocument();
    expect(define.queryByRole('link', { name: 'Queues' })).not.toBeInTheDocument();
  });

  it('takes its filters from the address, and keeps them there', async () => {
    const { calls } = open('/offers/plans/board?offer=postgres&scenario=change');
    expect(await screen.findByRole('link', { name: 'Winter prices' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Queues' })).not.toBeInTheDocument();
    expect(callsOf(calls, 'listPlans')[0]?.query).toMatchObject({
      offer: 'postgres',
      scenario: 'change',
    });
  });

  it('leads to the list, the calendar and a new plan', async () => {
    open();
    const nav = within(await screen.findByRole('navigation', { name: 'Plans' }));
    await userEvent.click(nav.getByRole('link', { name: 'List' }));
    expect(await screen.findByRole('heading', { name: 'Release plans' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'New plan…' })).toHaveAttribute(
      'href',
      '/offers/plans/new',
    );
  });

  it('is for those who may read plans', async () => {
    const { calls } = openOffers('/offers/plans/board', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'listPlans')).toHaveLength(0);
  });
});
