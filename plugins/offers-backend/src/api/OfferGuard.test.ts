import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  catalogueReadPermission,
  offerCreatePermission,
  offerReadPermission,
  planReadPermission,
} from '@offerdesk/backstage-plugin-offers-common';
import { offerConditions, offerPermissionRules } from '@offerdesk/backstage-plugin-offers-node';
import { OfferGuard } from './OfferGuard';
import { cameWith } from './tokens';

const offer = (owner: string) => ({
  id: 'o1',
  owner,
  category: undefined,
  catalogue: 'default',
});

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('the guard', () => {
  let now = 0;
  const permissions = mockServices.permissions.mock();
  const registry = mockServices.permissionsRegistry.mock();
  const later = jest.fn<void, [() => void]>();
  let guard: OfferGuard;
  const sent = (token: string | undefined): BackstageCredentials => {
    // Each request has credentials of its own, also with the same token.
    const credentials = mockCredentials.user();
    if (token) cameWith(credentials, token);
    return credentials;
  };

  beforeEach(() => {
    now = 0;
    jest.resetAllMocks();
    later.mockImplementation(work => work());
    registry.getPermissionRuleset.mockReturnValue({
      getRuleByName: () => offerPermissionRules.isOwnedBy,
    });
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    guard = new OfferGuard(permissions, registry, () => now, later);
  });

  it('asks the policy once for a token and a permission within a moment', async () => {
    for (now = 0; now < 2_000; now += 500) {
      expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
    }
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });

  it('asks ahead of the end, once, while the kept decision still answers', async () => {
    await guard.allows(sent('a'), offerCreatePermission);
    now = 2_000;
    const answer = deferred<{ result: AuthorizeResult.DENY }[]>();
    permissions.authorize.mockReturnValue(answer.promise);
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
    answer.resolve([{ result: AuthorizeResult.DENY }]);
    await answer.promise;
    await new Promise(setImmediate);
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(false);
    // It counts from the instant at which it was asked for.
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    now = 5_000;
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
  });

  it('asks ahead behind the answer, which does not wait for it', async () => {
    later.mockImplementation(() => {});
    await guard.allows(sent('a'), offerCreatePermission);
    now = 2_500;
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    later.mock.calls[0]?.[0]();
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
  });

  it('keeps to the end of a decision when asking ahead fails', async () => {
    await guard.allows(sent('a'), offerCreatePermission);
    now = 2_500;
    permissions.authorize.mockRejectedValueOnce(new Error('The policy is away'));
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
    await new Promise(setImmediate);
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(true);
    now = 3_000;
    await guard.allows(sent('a'), offerCreatePermission);
    expect(permissions.authorize).toHaveBeenCalledTimes(3);
  });

  it('asks anew after the moment, however often the decision was used in between', async () => {
    await guard.allows(sent('a'), offerCreatePermission);
    now = 1_999;
    await guard.allows(sent('a'), offerCreatePermission);
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    now = 3_000;
    expect(await guard.allows(sent('a'), offerCreatePermission)).toBe(false);
  });

  it('asks anew for another token of the same person, and for another permission', async () => {
    await guard.allows(sent('a'), offerCreatePermission);
    await guard.allows(sent('b'), offerCreatePermission);
    await guard.allows(sent('a'), planReadPermission);
    expect(permissions.authorize).toHaveBeenCalledTimes(3);
  });

  it('asks each time where it does not know the token', async () => {
    await guard.allows(sent(undefined), offerCreatePermission);
    await guard.allows(sent(undefined), offerCreatePermission);
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
  });

  it('keeps a denial as it keeps a consent, and an error not at all', async () => {
    permissions.authorize.mockRejectedValueOnce(new Error('The policy is away'));
    await expect(guard.allows(sent('a'), offerCreatePermission)).rejects.toThrow('away');
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    await expect(guard.require(sent('a'), offerCreatePermission)).rejects.toThrow();
    await expect(guard.require(sent('a'), offerCreatePermission)).rejects.toThrow();
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
  });

  it('holds a kept condition against the offer as it is now', async () => {
    const conditions = offerConditions.isOwnedBy({ owners: ['group:default/x'] });
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'offers',
        resourceType: 'service-offer',
        conditions,
      },
    ]);
    const allowed = (owner: string) =>
      guard.allowsOffer(sent('a'), offerReadPermission, offer(owner));
    expect(await allowed('group:default/x')).toBe(true);
    expect(await allowed('group:default/y')).toBe(false);
    expect(await guard.filter(sent('a'), offerReadPermission)).toEqual({
      column: 'owner',
      values: ['group:default/x'],
    });
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing of a list that the policy denies', async () => {
    permissions.authorizeConditional.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    expect(await guard.filter(sent('a'), catalogueReadPermission)).toBe('none');
    expect(await guard.allowsOffer(sent('a'), catalogueReadPermission, offer('x'))).toBe(false);
  });
});
