import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { anEngineer, aPlan, HASH, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const open = (plan: Partial<Plan>, answers: Answers = {}) =>
  openOffers(`/offers/plans/${PLAN_ID}`, { getPlan: aPlan(plan), ...answers });

const may = (what: Partial<Plan['can']>) => ({ ...aPlan().can, ...what });

describe('the page of a release plan', () => {
  it('says where it stands, what it changes, and when it is released in both zones', async () => {
    open({
      turn: { what: 'submit', by: 'system:sample', at: '2026-11-25T10:00:00Z', surface: 'slack' },
    });
    expect(await screen.findByText('Waiting for approval')).toBeInTheDocument();
    expect(screen.getByText('Define (now)').closest('li')).toHaveAttribute('aria-current', 'step');
    expect(screen.getByText('33.3 %')).toBeInTheDocument();
    expect(screen.getAllByText('engineers (2 people)')).toHaveLength(2);
    const plan = screen.getByRole('region', { name: 'The plan' });
    expect(within(plan).getByText('1 Dec 2026, 03:00 GMT-5')).toBeInTheDocument();
    expect(plan).toHaveTextContent(/Submitted it: .*sample, 25 Nov 2026, 10:00 UTC, in Slack/);
  });

  it('calls the category that it changes as people do', async () => {
    const change = { field: 'content.information.category', label: 'Category', material: false };
    const [impact] = aPlan().impact;
    open({ impact: impact ? [{ ...impact, changes: [{ ...change, after: 'databases' }] }] : [] });
    expect(await screen.findByRole('cell', { name: 'Databases' })).toBeInTheDocument();
  });

  it('shows no action that the person cannot take, and why they cannot decide', async () => {
    open({
      decideRefusal: 'You wrote or submitted this change, so somebody else has to decide on it.',
    });
    expect(await screen.findByText(/somebody else has to decide/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Approve|Reject|Publish|Submit/ })).toBeNull();
  });

  it('[rule 5] sends one key however often the approval is clicked, on the content that was shown', async () => {
    const { calls } = open({ can: may({ decide: true }) }, { decide: () => new Promise(() => {}) });
    await userEvent.click(await screen.findByRole('button', { name: 'Approve…' }));
    const confirm = within(await screen.findByRole('dialog')).getByRole('button', {
      name: 'Approve',
    });
    await userEvent.dblClick(confirm);
    const sent = callsOf(calls, 'decide');
    expect(sent[0]?.body).toEqual({ verdict: 'approve', contentHash: HASH });
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('[rule 3] approves what was shown when the dialog opened, though the plan changed behind it', async () => {
    let contentHash = HASH;
    const { calls } = open(
      {},
      {
        getPlan: () => aPlan({ can: may({ decide: true }), contentHash }),
        decide: () => {
          throw refusal(
            409,
            'content-changed',
            'The plan changed after you saw it; look at it again.',
          );
        },
      },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Approve…' }));
    const before = callsOf(calls, 'getPlan').length;
    contentHash = 'b'.repeat(64);
    await waitFor(() => expect(callsOf(calls, 'getPlan').length).toBeGreaterThan(before), {
      timeout: 5_000,
    });
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(callsOf(calls, 'decide')[0]?.body.contentHash).toBe(HASH);
    expect(await within(dialog).findByText(/look at it again/)).toBeInTheDocument();
  }, 15_000);

  it('asks for the reason of a rejection', async () => {
    const { calls } = open(
      { can: may({ decide: true }) },
      { decide: aPlan({ state: 'rejected' }) },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Reject…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Reject' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Too dear.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(callsOf(calls, 'decide')[0]?.body).toMatchObject({
      verdict: 'reject',
      reason: 'Too dear.',
    });
  });

  it('shows what publishing does, who hears of it and who does not, and publishes that', async () => {
    const [impact] = aPlan().impact;
    if (!impact) throw new Error('The sample plan has an impact.');
    const { calls } = open(
      {
        state: 'approved',
        stage: 'implement',
        can: may({ release: true }),
        impact: [{ ...impact, kind: 'change', audienceGained: [] }],
      },
      {
        previewRelease: {
          planId: PLAN_ID,
          title: 'PostgreSQL',
          state: 'approved',
          contentHash: HASH,
          releasable: true,
          gates: [
            {
              gate: 'publish-entry',
              met: true,
              criteria: [
                {
                  id: 'decommission-plan',
                  title: 'Decommission plan',
                  state: 'missing',
                  consequence: 'warning',
                },
              ],
            },
          ],
          effects: [
            {
              offerId: impact.offerId,
              name: 'postgres',
              title: 'PostgreSQL',
              from: '2026-12-01T08:00:00.000Z',
              audience: [{ principal: 'everyone' }],
              mayOrder: [{ principal: 'group:default/engineers', people: 2 }],
              channels: [
                { channel: 'C1', mayHear: true },
                { channel: 'C2', mayHear: false, reason: 'it holds others' },
              ],
            },
          ],
        },
        releasePlan: aPlan({ state: 'released', stage: 'publish' }),
      },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('Is told when it begins')).toBeInTheDocument();
    expect(within(dialog).getByText('Is not told: it holds others')).toBeInTheDocument();
    expect(within(dialog).getByText('Those who see it now')).toBeInTheDocument();
    expect(within(dialog).getByText(/To be looked at/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await waitFor(() =>
      expect(callsOf(calls, 'releasePlan')[0]?.body).toEqual({ contentHash: HASH }),
    );
  });

  it('says beside the state what was asked for by who sent it back', async () => {
    const decision = {
      decider: 'user:default/mia',
      step: 'approval',
      verdict: 'request-changes' as const,
      reason: 'Make it 110.',
      at: '2026-11-30T09:00:00.000Z',
      surface: 'portal' as const,
      voided: false,
    };
    open({ state: 'changes-requested', decisions: [{ ...decision, contentHash: HASH }] });
    const notice = (await screen.findByText(/Change what was asked for/)).closest('div');
    expect(notice).toHaveTextContent(/mia: “Make it 110.”/);
  });

  it('does not publish what is refused, and says why', async () => {
    open(
      { can: may({ release: true }) },
      {
        previewRelease: {
          planId: PLAN_ID,
          title: 'PostgreSQL',
          state: 'submitted',
          contentHash: HASH,
          releasable: false,
          refusal: 'The plan is not approved yet.',
          gates: [],
          effects: [],
        },
      },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('The plan is not approved yet.')).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'Publish' })).toBeDisabled();
  });

  it('shows who decided where and why, and marks what does not count any more', async () => {
    open({
      decisions: [
        {
          decider: 'user:default/mia',
          verdict: 'approve',
          step: 'approval',
          contentHash: HASH,
          reason: 'Fine by me',
          surface: 'slack',
          at: '2026-11-23T10:00:00.000Z',
          voided: true,
        },
      ],
    });
    const decisions = await screen.findByRole('list', { name: 'Decisions' });
    expect(within(decisions).getByText('“Fine by me”')).toBeInTheDocument();
    expect(within(decisions).getByText(/in Slack/)).toBeInTheDocument();
    expect(within(decisions).getByText(/Does not count any more/)).toBeInTheDocument();
  });

  it('says what to do about a message that failed', async () => {
    open({
      deliveries: [
        {
          id: 'd1',
          kind: 'announcement',
          act: 'post',
          target: 'C0OFFERS1',
          state: 'failed',
          dueAt: '2026-11-23T10:00:00.000Z',
          attempts: 5,
          error: 'channel_not_found: Slack does not know the channel',
        },
      ],
    });
    const messages = await screen.findByRole('table', { name: 'Messages' });
    expect(within(messages).getByText('channel_not_found')).toBeInTheDocument();
    expect(within(messages).getByText(/Slack does not know the channel\./)).toBeInTheDocument();
    expect(within(messages).getByText(/not tried again by itself/)).toBeInTheDocument();
  });

  it('shows a decision from Slack by itself', async () => {
    let state: Plan['state'] = 'submitted';
    open({}, { getPlan: () => aPlan({ state }) });
    expect(await screen.findByText('Waiting for approval')).toBeInTheDocument();
    state = 'approved';
    expect(await screen.findByText('Approved', {}, { timeout: 5_000 })).toBeInTheDocument();
  }, 15_000);

  it('leads from a missing criterion to its field in the draft', async () => {
    open({
      gate: {
        gate: 'define-exit',
        met: false,
        criteria: [
          {
            id: 'cost',
            title: 'Cost',
            state: 'missing',
            remedy: 'Add what it costs.',
            field: 'content.pricing.costs',
            offerId: aPlan().offers[0]?.id,
          },
        ],
      },
    });
    expect(await screen.findByText('Add what it costs.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Cost' }));
    expect(await screen.findByRole('heading', { name: 'Offer' })).toBeInTheDocument();
  });

  it('tells those who may not read plans', async () => {
    const { calls } = open({}, { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'getPlan')).toHaveLength(0);
  });
});
