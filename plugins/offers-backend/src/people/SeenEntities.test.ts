import { mockCredentials } from '@backstage/backend-test-utils';
import { cameWith } from '../api/tokens';
import { SeenEntities } from './SeenEntities';

describe('the entities that a person saw lately', () => {
  let now = 0;
  const checkout = 'component:default/checkout-api';
  const by = (token: string) => {
    const credentials = mockCredentials.user('user:default/carla');
    cameWith(credentials, token);
    return credentials;
  };

  it('count for a minute, for whoever sends the same token', () => {
    const seen = new SeenEntities(() => now);
    seen.saw(by('one'), [checkout]);
    const unknown = () =>
      [by('one'), by('two')].map(each => seen.unknown(each, [checkout, 'system:default/x']));
    expect(unknown()).toEqual([['system:default/x'], [checkout, 'system:default/x']]);
    now += 60_000;
    expect(unknown()[0]).toEqual([checkout, 'system:default/x']);
  });

  it('are nobody’s without a token', () => {
    const seen = new SeenEntities(() => now);
    const credentials = mockCredentials.user('user:default/carla');
    seen.saw(credentials, [checkout]);
    expect(seen.unknown(credentials, [checkout])).toEqual([checkout]);
  });
});
