import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/organisation';
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
