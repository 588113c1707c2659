import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  AnnouncementReach,
  AnnouncementSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import { aManagedOffer, anEngineer, OFFER_ID, PLAN_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';
import { announceOf, EMPTY_DRAFT } from './draft';

const reach = (over: Partial<AnnouncementReach> = {}): AnnouncementReach => ({
  offerId: OFFER_ID,
  kind: 'promotion',
  name: 'postgres',
  title: 'PostgreSQL',
  possible: true,
  channels: [
    { channel: 'C0ENGINEERS', mayHear: true },
    { channel: 'C0EVERYBODY', mayHear: false, reason: 'others read it too' },
  ],
  people: 12,
  changes: [],
  ...over,
});

const announced = (over: Partial<AnnouncementSummary> = {}): AnnouncementSummary => ({
  id: PLAN_ID,
  kind: 'available',
  version: 1,
  dueAt: '2026-12-01T09:00:00.000Z',
  deliveries: { sent: 3, waiting: 0, failed: 1, withheld: 0 },
  corrections: [],
  ...over,
});

const open = (answers: Answers) =>
  openOffers(`/offers/operations/${OFFER_ID}/announcements`, {
    getOffer: aManagedOffer({ state: 'available' }),
    announcementReach: reach(),
    listAnnouncements: { items: [], can: { announce: true, kinds: ['promotion'] } },
    ...answers,
  });

const write = async (text: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: /worth a look/ }), text);

describe('announcing by hand', () => {
  it('shows what is read and who hears it, asks once more, and sends it once', async () => {
    const { calls } = open({
      announceOffer: announced({ kind: 'promotion', text: 'Now with backups' }),
    });
    expect(
      await screen.findByText(/C0EVERYBODY: not told, others read it too/),
    ).toBeInTheDocument();
    const send = screen.getByRole('button', { name: 'Announce…' });
    expect(send).toBeDisabled();
    await write('Now with backups');
    expect(send).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'C0ENGINEERS' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /12 people/ }));
    const preview = within(screen.getByRole('region', { name: 'As they read it' }));
    expect(preview.getByText('Now with backups')).toBeInTheDocument();
    expect(preview.getByText(/C0ENGINEERS; 12 people/)).toBeInTheDocument();
    await userEvent.click(send);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Now with backups')).toBeInTheDocument();
    expect(callsOf(calls, 'announceOffer')).toHaveLength(0);
    await userEvent.dblClick(dialog.getByRole('button', { name: 'Send it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = callsOf(calls, 'announceOffer');
    expect(sent[0]?.body).toMatchObject({
      text: 'Now with backups',
      channels: ['C0ENGINEERS'],
      people: true,
    });
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('tells what else is true of it, at once', async () => {
    const { calls } = open({
      listAnnouncements: { items: [], can: { announce: true, kinds: ['changed', 'promotion'] } },
      announcementReach: ({ query }) => reach({ kind: query?.kind ?? 'promotion' }),
      announceOffer: announced({ kind: 'changed' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: /What is told/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Changed' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /want to say/ }), 'Faster');
    expect(screen.queryByLabelText('When')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'C0ENGINEERS' }));
    await userEvent.click(screen.getByRole('button', { name: 'Announce…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^Changed: /)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Send it' }));
    await waitFor(() =>
      expect(callsOf(calls, 'announceOffer')[0]?.body).toEqual({
        kind: 'changed',
        text: 'Faster',
        channels: ['C0ENGINEERS'],
        people: false,
      }),
    );
  });

  it('shows what a message of a change says besides, and channels as people call them', async () => {
    const price = { field: 'content.pricing.priceLists', label: 'Price', material: true };
    open({
      me: someone({ channels: { C0ENGINEERS: 'engineers' } }),
      listAnnouncements: { items: [], can: { announce: true, kinds: ['changed'] } },
      announcementReach: reach({
        kind: 'changed',
        changes: [{ ...price, before: '80.00 EUR a month', after: '90.00 EUR a month' }],
      }),
    });
    expect(
      await screen.findByText('Price: 80.00 EUR a month → 90.00 EUR a month'),
    ).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: '#engineers' })).toBeInTheDocument();
    expect(screen.getByText(/^C0EVERYBODY: not told/)).toBeInTheDocument();
  });

  it('says why it cannot be announced now', async () => {
    open({ announcementReach: reach({ possible: false, refusal: 'It cannot be ordered now.' }) });
    expect(await screen.findByText('It cannot be ordered now.')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('shows what was told, what became of it, and corrects it', async () => {
    const { calls } = open({
      listAnnouncements: { items: [announced()], can: { announce: true, kinds: ['promotion'] } },
      correctAnnouncement: announced(),
    });
    const table = within(await screen.findByRole('table', { name: 'What was told, and will be' }));
    expect(table.getByText('3 sent, 1 failed')).toBeInTheDocument();
    await userEvent.click(table.getByRole('button', { name: /Correct “Now available”/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/What was wrong/), 'The price is 120 EUR.');
    await userEvent.click(dialog.getByRole('button', { name: 'Correct it' }));
    await waitFor(() =>
      expect(callsOf(calls, 'correctAnnouncement')[0]).toMatchObject({
        params: { id: PLAN_ID },
        body: { note: 'The price is 120 EUR.' },
      }),
    );
  });

  it('offers nothing to send to those who only read, and is for staff', async () => {
    const { calls } = open({
      listAnnouncements: { items: [], can: { announce: false, kinds: [] } },
    });
    expect(await screen.findByText('Nothing was announced of it yet.')).toBeInTheDocument();
    expect(callsOf(calls, 'announcementReach')).toHaveLength(0);
  });

  it('is not for engineers', async () => {
    const { calls } = open({ me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'listAnnouncements')).toHaveLength(0);
  });
});

describe('an announcement that is being written', () => {
  const when = { zone: 'Europe/Amsterdam', now: new Date('2026-12-01T09:00:00Z') };
  const written = { ...EMPTY_DRAFT, text: ' Look ', channels: ['C0ENGINEERS'] };

  it('leaves out a channel that may hear it no more', () => {
    const both = { ...written, channels: ['C0ENGINEERS', 'C0EVERYBODY'] };
    expect(announceOf(both, reach(), when)).toEqual({
      kind: 'promotion',
      text: 'Look',
      channels: ['C0ENGINEERS'],
      people: false,
    });
    expect(announceOf(written, reach({ channels: [] }), when)).toBeUndefined();
  });

  it('[rule 13] is sent at a local time to come, never at one that is over', () => {
    expect(announceOf({ ...written, at: '2026-12-01T10:30' }, reach(), when)?.at).toBe(
      '2026-12-01T09:30:00.000Z',
    );
    expect(announceOf({ ...written, at: '2026-12-01T09:30' }, reach(), when)).toBeUndefined();
  });
});
