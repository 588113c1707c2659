import { mockApis, renderInTestApp, TestApiProvider } from '@backstage/frontend-test-utils';
import { configApiRef, discoveryApiRef, type IdentityApi } from '@backstage/frontend-plugin-api';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { choice } from './choice';
import { SamplePeoplePage } from './SamplePeoplePage';

const people = [
  { ref: 'user:default/carla', title: 'Carla Mendes', role: 'Catalog manager.' },
  { ref: 'user:default/mia', title: 'Mia Okafor', role: 'Release manager.' },
];

const session = (ref: string) => ({
  profile: { displayName: 'somebody' },
  backstageIdentity: {
    token: `x.${window.btoa(JSON.stringify({ exp: Date.now() / 1000 + 3600 }))}.y`,
    identity: { type: 'user', userEntityRef: ref, ownershipEntityRefs: [ref] },
  },
});

describe('the choice of a sample person', () => {
  const signedIn = jest.fn<void, [IdentityApi]>();
  const refresh = jest.fn<Promise<Response>, [string, RequestInit]>();
  const realFetch = global.fetch;

  beforeEach(() => {
    choice.forget();
    jest.resetAllMocks();
    global.fetch = refresh as unknown as typeof fetch;
    refresh.mockImplementation(async (_url, init) => {
      const ref = new Headers(init.headers).get('X-Offers-Sample-Person') ?? '';
      return Response.json(session(ref));
    });
  });

  afterEach(() => {
    global.fetch = realFetch;
  });

  const open = (listed = people) =>
    renderInTestApp(
      <TestApiProvider
        apis={[
          [
            configApiRef,
            mockApis.config({
              data: {
                app: { title: 'Desk' },
                auth: { providers: { samplePeople: { people: listed } } },
              },
            }),
          ],
          [discoveryApiRef, mockApis.discovery({ baseUrl: 'http://portal' })],
        ]}
      >
        <SamplePeoplePage onSignInSuccess={signedIn} />
      </TestApiProvider>,
    );

  const signedInRef = async () => {
    await waitFor(() => expect(signedIn).toHaveBeenCalledTimes(1));
    return (await signedIn.mock.calls[0]?.[0].getBackstageIdentity())?.userEntityRef;
  };

  it('shows everybody with what they do', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Desk: who are you?');
    expect(screen.getByText('Release manager.')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /^Enter as/ })).toHaveLength(2);
  });

  it('enters by keyboard as the chosen person', async () => {
    await open();
    screen.getByRole('button', { name: 'Enter as Mia Okafor' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(signedInRef()).resolves.toBe('user:default/mia');
  });

  it('remembers the choice in this tab until the person signs out', async () => {
    choice.remember('user:default/carla');
    await open();
    await expect(signedInRef()).resolves.toBe('user:default/carla');
    await signedIn.mock.calls[0]?.[0].signOut();
    expect(choice.recall()).toBeNull();
  });

  it('says why a person could not enter, and lets the visitor try again', async () => {
    refresh.mockResolvedValueOnce(
      Response.json(
        { error: { name: 'NotFoundError', message: 'User not found' } },
        { status: 404 },
      ),
    );
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Enter as Carla Mendes' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Carla Mendes could not enter');
    await userEvent.click(screen.getByRole('button', { name: 'Enter as Carla Mendes' }));
    await expect(signedInRef()).resolves.toBe('user:default/carla');
  });

  it('says what to configure when nobody is listed', async () => {
    await open([]);
    expect(screen.getByText('Nobody can sign in yet')).toBeInTheDocument();
  });
});
