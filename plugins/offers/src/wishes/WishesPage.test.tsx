import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  usualPreferences,
  type AnnouncementPreferences,
} from '@offerdesk/backstage-plugin-offers-common';
import { aCard } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const GONE = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const card = aCard();

const open = (answers: Answers = {}) =>
  openOffers('/offers/me/announcements', {
    announcementPreferences: usualPreferences,
    patchAnnouncementPreferences: ({ body }) => ({
      ...usualPreferences,
      ...body,
      kinds: { ...usualPreferences.kinds, ...body.kinds },
    }),
    ...answers,
  });

const choose = async (label: RegExp, option: string) => {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

describe('What a person hears', () => {
  it('is chosen by kind, and kept as it is chosen', async () => {
    const { calls } = open();
    await choose(/Offers that end/, 'In a weekly digest');
    await waitFor(() =>
      expect(callsOf(calls, 'patchAnnouncementPreferences')).toEqual([
        { body: { kinds: { ending: 'weekly' } } },
      ]),
    );
  });

  it('tells at once or not at all what one has to know', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: /where I have to know/ }));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['At once', 'Not in person']);
  });

  it('keeps quiet hours of one’s own, which begin with those of the policy, and gives them up again', async () => {
    const quietByPolicy = { from: '19:00', until: '07:30', weekends: true, approvals: false };
    let wishes: AnnouncementPreferences = {
      ...usualPreferences,
      zone: 'Europe/Berlin',
      quietByPolicy,
    };
    const { calls } = open({
      announcementPreferences: () => wishes,
      patchAnnouncementPreferences: ({ body }) => {
        wishes = { ...wishes, ...body, kinds: wishes.kinds };
        return wishes;
      },
    });
    expect(await screen.findByText(/Approvals never wait/)).toBeVisible();
    expect(screen.getByText(/quiet from 19:00 to 07:30, and on Saturday/)).toBeVisible();
    await choose(/As my organisation says/, 'In hours of my own');
    const from = await screen.findByLabelText('From');
    expect(from).toHaveValue('19:00');
    fireEvent.change(from, { target: { value: '01:00' } });
    fireEvent.blur(from);
    expect(await screen.findByLabelText('Until')).toHaveValue('07:30');
    await userEvent.click(screen.getByRole('checkbox', { name: /Saturday and Sunday/ }));
    await choose(/In hours of my own/, 'As my organisation says');
    const own = { from: '19:00', until: '07:30', weekends: true };
    await waitFor(() =>
      expect(callsOf(calls, 'patchAnnouncementPreferences').map(({ body }) => body.quiet)).toEqual([
        own,
        { ...own, from: '01:00' },
        { ...own, from: '01:00', weekends: false },
        null,
      ]),
    );
  });

  it('says why a wish is not kept', async () => {
    open({
      patchAnnouncementPreferences: () => {
        throw refusal(503, 'unavailable', 'The service is not available at the moment.');
      },
    });
    await choose(/New offers/, 'At once');
    expect(await screen.findByText(/not available at the moment/)).toBeVisible();
  });

  it('lists the offers that are watched, also one that is seen no more, and lets each go', async () => {
    const { calls } = open({
      watchedOffers: { ids: [card.id, GONE] },
      offersById: { items: [card] },
      watchOffer: ({ params }) => ({ ids: [card.id, GONE].filter(id => id !== params.id) }),
    });
    const list = await screen.findByRole('list', { name: 'Offers that I watch' });
    expect(within(list).getByRole('link', { name: card.title })).toHaveAttribute(
      'href',
      `/offers/o/${card.name}`,
    );
    await userEvent.click(
      within(list).getByRole('button', {
        name: 'Watch An offer that is not open to you now no more',
      }),
    );
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    expect(callsOf(calls, 'watchOffer')).toEqual([
      { params: { id: GONE }, body: { watched: false } },
    ]);
  });
});

it('an offer is watched from the catalogue, and no more', async () => {
  let ids: string[] = [];
  const { calls } = openOffers('/offers', {
    browseOffers: { items: [card] },
    watchedOffers: () => ({ ids }),
    watchOffer: ({ params, body }) => {
      ids = body.watched ? [params.id] : [];
      return { ids };
    },
  });
  const watch = await screen.findByRole('button', { name: /^Watch PostgreSQL.*hear of it/ });
  await waitFor(() => expect(watch).toBeEnabled());
  await userEvent.click(watch);
  const unwatch = await screen.findByRole('button', { name: /^Watch PostgreSQL.*no more/ });
  await userEvent.click(unwatch);
  await waitFor(() =>
    expect(callsOf(calls, 'watchOffer').map(({ body }) => body.watched)).toEqual([true, false]),
  );
});
