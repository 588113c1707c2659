import { ConfigReader } from '@backstage/config';
import { readRoleMapping } from './readRoleMapping';

const read = (roles: Record<string, string[]>) =>
  readRoleMapping(new ConfigReader({ offers: { roles } }));

describe('readRoleMapping', () => {
  it('reads the groups and users that hold each role, in lower case', () => {
    const roles = {
      catalogManager: ['Group:default/Catalog-Managers', 'user:default/carla'],
      releaseManager: ['group:default/release-managers'],
    };
    expect(read(roles)).toEqual({
      catalogManager: ['group:default/catalog-managers', 'user:default/carla'],
      productManager: [],
      releaseManager: ['group:default/release-managers'],
      operationsManager: [],
      supportSpecialist: [],
      testSpecialist: [],
    });
  });

  it('gives no role to anybody where nothing is configured', () => {
    const all = Object.values(readRoleMapping(new ConfigReader({})));
    expect(all).toEqual([[], [], [], [], [], []]);
  });

  it.each([
    [
      'an unknown role',
      { catalogueManager: ['group:default/x'] },
      /offers\.roles\.catalogueManager is not a role: rename it to one of catalogManager,/,
    ],
    [
      'a short name',
      { catalogManager: ['group:default/x', 'managers'] },
      /offers\.roles\.catalogManager\[1\] is "managers": write the full reference of a group/,
    ],
    [
      'a reference to something else',
      { releaseManager: ['component:default/x'] },
      /offers\.roles\.releaseManager\[0\] is "component:default\/x": write the full reference/,
    ],
    [
      'everyone',
      { releaseManager: ['everyone'] },
      /offers\.roles\.releaseManager\[0\] is "everyone": write the full reference/,
    ],
  ])('refuses %s, and names the key and the remedy', (_what, roles, message) => {
    expect(() => read(roles)).toThrow(message);
  });
});
