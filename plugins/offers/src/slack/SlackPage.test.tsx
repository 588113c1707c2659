import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someone } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal } from '../__testUtils__/renderOffers';

const account = { teamId: 'T0OFFERD1', slackUserId: 'U0ADA0001', slackName: 'Ada Keller' };
const link = {
  ...account,
  id: '3f1c9a52-7d4e-4b0a-9c66-0f2b8d1e5a77',
  user: 'user:default/ada',
  linkedAt: '2026-12-01T08:00:00.000Z',
};

describe('The page of Slack accounts', () => {
  it('shows a code to type in Slack', async () => {
    openOffers('/offers/slack', {
      mySlackLinks: { items: [] },
      createLinkCode: { code: 'K7M2-9QXD-4TPA', expiresAt: '2026-12-01T08:10:00.000Z' },
    });
    expect(await screen.findByText('No account is linked')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Get a code' }));
    expect(await screen.findByText('/offer link K7M2-9QXD-4TPA')).toBeVisible();
  });

  it('asks whose a code of Slack is before it links', async () => {
    const { calls } = openOffers('/offers/slack', {
      mySlackLinks: { items: [] },
      checkLinkCode: account,
      acceptLinkCode: link,
    });
    await userEvent.type(await screen.findByLabelText('Code'), 'K7M2-9QXD-4TPA');
    await userEvent.click(screen.getByRole('button', { name: 'Check the code' }));
    const dialog = await screen.findByRole('dialog', { name: 'Is this you?' });
    expect(within(dialog).getByText('Ada Keller')).toBeVisible();
    expect(callsOf(calls, 'acceptLinkCode')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Yes, link my account' }));
    expect(await screen.findByText('The account is linked.')).toBeVisible();
  });

  it('says what to do about a code that does not count', async () => {
    openOffers('/offers/slack', {
      mySlackLinks: { items: [] },
      checkLinkCode: () => {
        throw refusal(409, 'link-code-wrong', 'This code is mistyped: get a new one.');
      },
    });
    await userEvent.type(await screen.findByLabelText('Code'), 'AAAA');
    await userEvent.click(screen.getByRole('button', { name: 'Check the code' }));
    expect(await screen.findByText(/get a new one/)).toBeVisible();
  });

  it('unlinks after it has asked', async () => {
    const { calls } = openOffers('/offers/slack', {
      mySlackLinks: { items: [link] },
      removeSlackLink: link,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Unlink Ada Keller in T0OFFERD1' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Unlink Ada Keller?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Unlink' }));
    await waitFor(() =>
      expect(callsOf(calls, 'removeSlackLink')).toMatchObject([{ params: { id: link.id } }]),
    );
  });

  it('shows everybody’s links to who looks after them, and ends one with a reason', async () => {
    const { calls } = openOffers('/offers/slack', {
      me: someone({ can: ['manageSlackLinks'] }),
      mySlackLinks: { items: [] },
      listSlackLinks: { items: [link] },
      endSlackLink: link,
    });
    const all = await screen.findByRole('table', { name: 'Everybody’s accounts' });
    await userEvent.click(
      within(all).getByRole('button', { name: 'End the link of Ada Keller in T0OFFERD1' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'End the link of Ada Keller?' });
    const end = within(dialog).getByRole('button', { name: 'End' });
    expect(end).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Taken over');
    await userEvent.click(end);
    await waitFor(() =>
      expect(callsOf(calls, 'endSlackLink')).toMatchObject([
        { params: { id: link.id }, body: { reason: 'Taken over' } },
      ]),
    );
  });

  it('finds a link by a user or an account, and asks nothing of what is neither', async () => {
    const { calls } = openOffers('/offers/slack', {
      me: someone({ can: ['manageSlackLinks'] }),
      mySlackLinks: { items: [] },
      listSlackLinks: { items: [] },
    });
    const field = await screen.findByLabelText('Find a person or account');
    await userEvent.click(field);
    await userEvent.paste('U0ADA0001');
    expect(await screen.findByText('No link fits that.')).toBeVisible();
    await userEvent.clear(field);
    await userEvent.paste('Ada');
    await userEvent.clear(field);
    await userEvent.paste('ada lovelace');
    expect(await screen.findByText(/neither a user nor/)).toBeVisible();
    expect(callsOf(calls, 'listSlackLinks').map(({ query }) => query)).toEqual([
      {},
      { slackUserId: 'U0ADA0001' },
      { user: 'user:default/ada' },
    ]);
  });

  it('shows nobody else’s links to others', async () => {
    const { calls } = openOffers('/offers/slack', { mySlackLinks: { items: [] } });
    expect(await screen.findByText('No account is linked')).toBeVisible();
    expect(callsOf(calls, 'listSlackLinks')).toEqual([]);
  });
});
