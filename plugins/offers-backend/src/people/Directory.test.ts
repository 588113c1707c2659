import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/organisation';
import { cameWith } from '../api/tokens';
import { Directory } from './Directory';

describe('the sizes of groups', () => {
  let now = 0;
  const engineers = 'group:default/engineers';
  const aDirectory = () => {
    now = 0;
    const catalog = catalogServiceMock({ entities });
    const asked = jest.spyOn(catalog, 'queryEntities');
    return { directory: new Directory(catalog, mockServices.auth(), () => now), asked };
  };

  it('are asked of the catalogue once a minute', async () => {
    const { directory, asked } = aDirectory();
    for (now = 0; now < 60_000; now += 20_000) {
      expect(await directory.count([engineers])).toEqual(new Map([[engineers, 2]]));
    }
    expect(asked).toHaveBeenCalledTimes(1);
    await directory.count([engineers]);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('are asked again at once where the catalogue did not answer', async () => {
    const { directory, asked } = aDirectory();
    asked.mockRejectedValueOnce(new Error('The catalogue is away'));
    await expect(directory.count([engineers])).rejects.toThrow('away');
    expect((await directory.count([engineers])).get(engineers)).toBe(2);
  });
});

describe('what a person cannot see in the software catalogue', () => {
  const [checkout, platform, nowhere] = [
    'component:default/checkout-api',
    'group:default/engineers',
    'component:default/nowhere',
  ];
  const aDirectory = () => {
    const catalog = catalogServiceMock({ entities });
    const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
    const refs = () => asked.mock.calls.map(([{ entityRefs }]) => entityRefs);
    return { directory: new Directory(catalog, mockServices.auth(), () => 0), refs };
  };
  const by = (token: string) => {
    const credentials = mockCredentials.user('user:default/carla');
    cameWith(credentials, token);
    return credentials;
  };

  it('is asked by one question for all changes that are on their way', async () => {
    const { directory, refs } = aDirectory();
    const changes = [[checkout], [platform, nowhere]].map(links => {
      const credentials = by('one');
      return { credentials, links, done: directory.willAsk(credentials, links) };
    });
    const answers = [];
    for (const { credentials, links, done } of changes) {
      answers.push(await directory.unseenBy(credentials, links));
      done();
    }
    expect(answers).toEqual([new Set(), new Set([nowhere])]);
    // What nobody saw is asked for again: it may have come meanwhile.
    expect(refs()).toEqual([[checkout, platform, nowhere], [nowhere]]);
  });

  it('is asked with the token of each, and no longer for a change that has ended', async () => {
    const { directory, refs } = aDirectory();
    directory.willAsk(by('one'), [platform]);
    directory.willAsk(by('two'), [nowhere])();
    expect(await directory.unseenBy(by('two'), [checkout])).toEqual(new Set());
    expect(refs()).toEqual([[checkout]]);
  });

  it('is not asked again by who waited for the answer to another', async () => {
    const { directory, refs } = aDirectory();
    const credentials = by('one');
    directory.willAsk(credentials, [platform]);
    const both = [checkout, platform].map(ref => directory.unseenBy(credentials, [ref]));
    expect(await Promise.all(both)).toEqual([new Set(), new Set()]);
    expect(refs()).toEqual([[checkout, platform]]);
  });
});
