import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  planSummarySchema,
  type Plan,
  type PlanSummary,
  type WaitingPlan,
} from '@offerdesk/backstage-plugin-offers-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { offersApiRef } from '../data/offersApi';
import { rootRouteRef } from '../routes';
import { aCard, anEngineer, aPlan, PLAN_ID, someone } from '../__testUtils__/builders';
import { backend, callsOf, refusal, type Answers } from '../__testUtils__/renderOffers';
import { EndingOffers, NewOffers } from './OfferWidgets';
import { WaitingPlans } from './WaitingPlans';

function open(element: ReactNode, answers: Answers) {
  const { api, calls } = backend(answers);
  renderInTestApp(<>{element}</>, {
    mountedRoutes: { '/offers': rootRouteRef },
    apis: [[offersApiRef, api]],
  });
  return calls;
}

/** The plan as a list has it. */
function aSummary(over: Partial<Plan>): PlanSummary {
  const plan = aPlan(over);
  const head = Object.fromEntries(
    Object.entries(plan).filter(([key]) => key in planSummarySchema.shape),
  );
  const { given, required, outcome } = plan.approval;
  return planSummarySchema.parse({ ...head, approval: { given, required, outcome } });
}

const aWaitingPlan = (): WaitingPlan => ({
  ...{ id: PLAN_ID, title: 'PostgreSQL', scenario: 'new', contentHash: 'a'.repeat(64) },
  ...{ requestedBy: 'user:default/carla', requestedByName: 'Carla Mendes' },
  ...{ releaseAt: '2026-12-01T09:00:00.000Z', step: 'Approval', given: 0, required: 1 },
  ...{ decideIn: 'anywhere', lowRisk: true, url: `http://portal.test/offers/plans/${PLAN_ID}` },
});

describe('the widgets of a home page', () => {
  it('show what was offered last', async () => {
    const calls = open(<NewOffers />, { browseOffers: { items: [aCard()] } });
    const list = await screen.findByRole('list', { name: 'New for you' });
    expect(within(list).getByText('since 1 Dec 2026, 09:00 UTC')).toBeInTheDocument();
    expect(callsOf(calls, 'browseOffers')).toEqual([{ query: { sort: 'new', limit: 5 } }]);
  });

  it('show what is about to end, and when', async () => {
    const ending = aCard({ state: 'ending', validUntil: '2026-12-31T22:00:00.000Z' });
    const calls = open(<EndingOffers />, { browseOffers: { items: [ending] } });
    expect(await screen.findByText('until 31 Dec 2026, 22:00 UTC')).toBeInTheDocument();
    expect(callsOf(calls, 'browseOffers')[0]?.query?.state).toBe('ending');
  });

  const mia = someone({ user: 'user:default/mia', approver: true, can: [] });

  it('[rule 4] show an approver what the rule of decisions leaves to them, and who asks', async () => {
    const calls = open(<WaitingPlans />, {
      me: mia,
      waitingPlans: { items: [aWaitingPlan()], total: 1 },
    });
    expect(await screen.findByRole('link', { name: 'PostgreSQL' })).toHaveAttribute(
      'href',
      `/offers/plans/${PLAN_ID}`,
    );
    expect(screen.getByText(/^Carla Mendes asks for your decision/)).toBeInTheDocument();
    expect(callsOf(calls, 'listPlans')).toEqual([]);
  });

  it('show who plans what came back to them', async () => {
    open(<WaitingPlans />, {
      me: someone({ can: ['managePlan'] }),
      listPlans: { items: [aSummary({})] },
    });
    expect(await screen.findByText('Changes were requested')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All plans' })).toBeInTheDocument();
  });

  it('ask again for what could not be read', async () => {
    let isUp = false;
    open(<WaitingPlans />, {
      me: mia,
      waitingPlans: () => {
        if (!isUp) throw refusal(409, 'conflict', 'Not now.');
        return { items: [aWaitingPlan()], total: 1 };
      },
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isUp = true;
    await userEvent.click(again);
    expect(await screen.findByRole('link', { name: 'PostgreSQL' })).toBeInTheDocument();
  });

  it('ask for no plans where none can wait', async () => {
    const calls = open(<WaitingPlans />, { me: anEngineer() });
    expect(await screen.findByText('No release plan waits for you.')).toBeInTheDocument();
    expect(callsOf(calls, 'listPlans')).toEqual([]);
    expect(screen.queryByRole('link', { name: 'All plans' })).not.toBeInTheDocument();
  });
});
