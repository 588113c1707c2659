import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  slackErrorWords,
  type ActPreview,
  type FailedDelivery,
  type OfferLife,
} from '@offerdesk/backstage-plugin-offers-common';
import { aManagedOffer, anEngineer, OFFER_ID, PLAN_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';

const NOW = '2026-12-05T09:00:00.000Z';
const version = (number: number) => ({
  number,
  validFrom: '2026-12-01T09:00:00.000Z',
  publishedAt: '2026-12-01T08:00:00.000Z',
  publishedBy: 'user:default/carla',
});

const life = (over: Partial<OfferLife> = {}): OfferLife => ({
  offerId: OFFER_ID,
  name: 'postgres',
  state: 'available',
  at: NOW,
  places: [],
  segments: [
    {
      from: '2026-12-01T09:00:00.000Z',
      version: 2,
      state: 'available',
      audience: { whom: 'all' },
    },
  ],
  rings: [],
  suspensions: [],
  endings: [],
  can: { operate: true, rollBack: true },
  ...over,
});

const preview = (over: Partial<ActPreview> = {}): ActPreview => ({
  offerId: OFFER_ID,
  name: 'postgres',
  title: 'PostgreSQL',
  act: 'emergency',
  possible: true,
  at: NOW,
  now: life().segments,
  then: [{ from: NOW, version: 2, state: 'suspended', audience: { whom: 'all' } }],
  ordering: { now: true, then: false },
  seenBy: [{ principal: 'group:default/engineers', people: 12 }],
  orderedBy: [{ principal: 'group:default/payments', people: 4 }],
  bundles: [{ id: 'b', title: 'Starter kit' }],
  announcements: [],
  ...over,
});

const live = aManagedOffer({ state: 'available', versions: [version(2), version(1)] });

const open = (answers: Answers) =>
  openOffers(`/offers/operations/${OFFER_ID}`, { getOffer: live, ...answers });

describe('operations on an offer', () => {
  it('says first what an emergency stop does, then stops it with a reason', async () => {
    const { calls } = open({
      getOfferLife: life(),
      previewAct: preview(),
      suspendOffer: life({ state: 'suspended' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Emergency stop…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/stops PostgreSQL for everybody, at once/)).toBeInTheDocument();
    expect(await within(dialog).findByText('No; now they can')).toBeInTheDocument();
    expect(within(dialog).getByText('engineers (12 people)')).toBeInTheDocument();
    expect(within(dialog).getByText('Starter kit')).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'Stop it now' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Orders fail.');
    await userEvent.dblClick(within(dialog).getByRole('button', { name: 'Stop it now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = callsOf(calls, 'suspendOffer');
    expect(sent[0]?.body).toEqual({ kind: 'emergency', reason: 'Orders fail.' });
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('does not do what is not possible now, and says why', async () => {
    open({
      getOfferLife: life(),
      previewAct: preview({ possible: false, refusal: 'The offer is suspended already.' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Suspend…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('The offer is suspended already.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Once more.');
    expect(within(dialog).getByRole('button', { name: 'Suspend' })).toBeDisabled();
  });

  it('goes back to the content of the version before, unless another is chosen', async () => {
    const { calls } = open({
      getOfferLife: life(),
      previewAct: preview({ act: 'roll-back' }),
      rollBackOffer: life(),
    });
    await userEvent.click(await screen.findByRole('button', { name: /earlier content/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'It was better.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go back' }));
    await waitFor(() =>
      expect(callsOf(calls, 'rollBackOffer')[0]?.body).toEqual({
        version: 1,
        reason: 'It was better.',
      }),
    );
    expect(callsOf(calls, 'previewAct')[0]?.query).toMatchObject({ act: 'roll-back', version: 1 });
  });

  it('acts on the ring that a version is in', async () => {
    const { calls } = open({
      getOfferLife: life({
        state: 'canary',
        rings: [
          {
            version: 3,
            stages: [
              { from: '2026-11-01T09:00:00.000Z', ring: 'Early birds', held: false },
              { from: '2026-12-20T09:00:00.000Z', held: false },
            ],
            rolledBackAt: '2026-11-02T09:00:00.000Z',
            acts: [],
          },
          {
            version: 2,
            stages: [
              { from: '2026-12-01T09:00:00.000Z', ring: 'Friends', held: true },
              { from: '2026-12-09T09:00:00.000Z', held: false },
            ],
            acts: [
              { act: 'hold', at: NOW, by: 'user:default/mia', reason: 'A look at the errors.' },
            ],
          },
        ],
      }),
      previewAct: preview({ act: 'ring-promote', version: 2 }),
      actOnRing: life(),
    });
    expect(await screen.findByText(/A look at the errors/)).toBeInTheDocument();
    // What was taken back is not to come for anybody.
    const takenBack = within(screen.getByRole('table', { name: 'Rings of version 3' }));
    expect(takenBack.getByText('Rolled back')).toBeInTheDocument();
    expect(takenBack.queryByText('Everybody')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Hold…' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Promote…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'All is well.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Promote' }));
    await waitFor(() => expect(callsOf(calls, 'actOnRing')).toHaveLength(1));
    expect(callsOf(calls, 'actOnRing')[0]).toMatchObject({
      params: { id: OFFER_ID, number: 2 },
      body: { act: 'promote', reason: 'All is well.' },
    });
  });

  it('lets a suspension be reviewed by somebody who did not suspend', async () => {
    const stopped = (by: string) =>
      life({
        state: 'suspended',
        suspensions: [{ id: PLAN_ID, kind: 'emergency', reason: 'Orders fail.', from: NOW, by }],
      });
    const { calls } = open({
      getOfferLife: stopped('user:default/otto'),
      reviewSuspension: stopped('user:default/otto'),
    });
    expect(
      await screen.findByText(/Stopped in an emergency: nobody can order/),
    ).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Review…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/What came of it/), 'It was right.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep the review' }));
    await waitFor(() =>
      expect(callsOf(calls, 'reviewSuspension')[0]?.body).toEqual({ review: 'It was right.' }),
    );
    expect(screen.getByRole('button', { name: 'Resume…' })).toBeInTheDocument();
  });

  it('offers nothing to those who may only read', async () => {
    open({ getOfferLife: life({ can: { operate: false, rollBack: false } }) });
    expect(await screen.findByRole('table', { name: 'Now and ahead' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Suspend|Emergency|earlier/ })).toBeNull();
  });
});

describe('what should be looked at', () => {
  const failed: FailedDelivery = {
    id: PLAN_ID,
    kind: 'announcement',
    act: 'post',
    target: 'C0OFFERS1',
    targetKind: 'channel',
    state: 'failed',
    dueAt: NOW,
    attempts: 5,
    error: slackErrorWords('channel_not_found'),
    about: { planId: PLAN_ID, title: 'Winter prices' },
    mayHavePosted: true,
  };

  it('lists offers by what is the matter, and what did not arrive with what to do', async () => {
    const { calls } = openOffers('/offers/operations', {
      me: someone({ can: ['readAll', 'operate', 'manageDeliveries'] }),
      listOffers: { items: [] },
      listFailedDeliveries: { items: [failed] },
      retryDelivery: { ...failedSummary(failed), state: 'pending' },
    });
    const messages = await screen.findByRole('table', { name: 'Messages that did not arrive' });
    expect(within(messages).getByText(/Slack does not know the channel/)).toBeInTheDocument();
    expect(callsOf(calls, 'listOffers').map(({ query }) => query?.state)).toEqual([
      'suspended',
      'held',
      'canary',
      'ending',
    ]);
    await userEvent.click(within(messages).getByRole('button', { name: 'Send again…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /I have looked/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send again' }));
    await waitFor(() =>
      expect(callsOf(calls, 'retryDelivery')[0]).toMatchObject({
        params: { id: PLAN_ID },
        body: { notThere: true },
      }),
    );
  });

  it('is for staff', async () => {
    const { calls } = openOffers('/offers/operations', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'listOffers')).toHaveLength(0);
  });
});

function failedSummary(delivery: FailedDelivery) {
  const { about: _about, targetKind: _kind, mayHavePosted: _may, ...summary } = delivery;
  return summary;
}
