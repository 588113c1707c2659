import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { someone } from '../__testUtils__/builders';
import { backend } from '../__testUtils__/renderOffers';
import { offersApiRef } from '../data/offersApi';
import { createQueryClient } from '../data/queryClient';
import { LiveRegion } from '../parts/LiveRegion';
import { rootRouteRef } from '../routes';
import { EverybodysWords } from '../words/EverybodysWords';
import { SavedSearches } from './SavedSearches';

const Address = () => <p data-testid="address">{useLocation().search}</p>;

const open = (address: string, storage = mockApis.storage(), user = 'user:default/ada') =>
  renderInTestApp(
    <QueryClientProvider client={createQueryClient()}>
      <EverybodysWords>
        <LiveRegion>
          <SavedSearches />
          <Address />
        </LiveRegion>
      </EverybodysWords>
    </QueryClientProvider>,
    {
      mountedRoutes: { '/offers': rootRouteRef },
      initialRouteEntries: [address],
      apis: [storage, [offersApiRef, backend({ me: someone({ user }) }).api]],
    },
  );

const choose = async (item: string) => {
  await userEvent.click(await screen.findByRole('button', { name: 'Saved searches' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
};

/** Typed without a click into the box: the dialog opens with the focus in it. */
const saveAs = async (name: string) => {
  await choose('Save this search…');
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
  await userEvent.keyboard(`${name}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
};

const said = () => screen.getByTestId('offers-live-region');

it('keeps a search under a name, without its page, and leads to it again', async () => {
  open('/offers?category=databases&cursor=abc');
  await saveAs('My databases');
  await choose('My databases');
  await waitFor(() =>
    expect(screen.getByTestId('address')).toHaveTextContent(/^\?category=databases$/),
  );
});

it('keeps them from whoever signs in after them in the same browser', async () => {
  const browser = mockApis.storage();
  const { unmount } = open('/offers?q=mine', browser);
  await saveAs('Of Ada');
  unmount();
  const second = open('/offers', browser, 'user:default/otto');
  await saveAs('Of Otto');
  await userEvent.click(await screen.findByRole('button', { name: 'Saved searches' }));
  expect(await screen.findByRole('menuitem', { name: 'Of Otto' })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: 'Of Ada' })).not.toBeInTheDocument();
  second.unmount();
  open('/offers', browser);
  await choose('Of Ada');
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\?q=mine$/));
});

it('says before that another of that name goes', async () => {
  open('/offers?q=other');
  await saveAs('My own');
  await choose('Save this search…');
  await userEvent.keyboard('My own');
  expect(await screen.findByText(/A search of that name is there already/)).toBeInTheDocument();
});

it('gives a search another name, but not that of another', async () => {
  open('/offers?q=one');
  await saveAs('One');
  await saveAs('Two');
  await choose('Rename, share or remove…');
  await userEvent.click(await screen.findByRole('button', { name: 'Rename One' }));
  const box = await screen.findByRole('textbox', { name: 'New name of One' });
  await userEvent.clear(box);
  await userEvent.type(box, 'Two');
  expect(await screen.findByText('Another search has this name')).toBeInTheDocument();
  await userEvent.keyboard(' and a half{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Rename Two and a half' })).toHaveFocus(),
  );
  expect(said()).toHaveTextContent('It is called Two and a half now.');
});

it('removes a search, and brings it back', async () => {
  open('/offers?q=gone');
  await saveAs('Gone');
  await choose('Rename, share or remove…');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Gone' }));
  expect(await screen.findByText('No search is saved any more.')).toBeInTheDocument();
  expect(within(screen.getByRole('dialog')).getByRole('list')).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Bring Gone back' }));
  expect(await screen.findByRole('button', { name: 'Remove Gone' })).toBeInTheDocument();
});

it('copies the link to what is searched for somebody else, or says how to', async () => {
  const user = userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
  open('/offers?q=shared&compare=1,2');
  const copy = async () => {
    await user.click(await screen.findByRole('button', { name: 'Saved searches' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy the link to this search' }));
  };
  await copy();
  await waitFor(() => expect(said()).toHaveTextContent(/The link is copied/));
  expect(write).toHaveBeenCalledWith(expect.stringMatching(/\/offers\?q=shared$/));
  write.mockRejectedValueOnce(new Error('refused'));
  await copy();
  await waitFor(() => expect(said()).toHaveTextContent(/could not be copied/));
});
