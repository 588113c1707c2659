import { Entity } from '@backstage/catalog-model';

/** Who is in which groups; the same people as in the sample portal. */
export const groupsOf: Readonly<Record<string, readonly string[]>> = {
  carla: ['catalog-managers'],
  ravi: ['catalog-managers', 'release-managers'],
  mia: ['release-managers'],
  rosa: ['release-managers'],
  nils: ['operations'],
  ada: ['payments-team', 'engineers'],
  ben: ['search-team', 'engineers'],
  otto: ['contractors'],
  olga: ['database-owners'],
  vera: ['board'],
};

/** The ownership refs of a person. */
export function principalsOf(name: string): string[] {
  return [`user:default/${name}`, ...(groupsOf[name] ?? []).map(group => `group:default/${group}`)];
}

const groups = [...new Set(Object.values(groupsOf).flat())];

/** The software catalogue of the tests. */
export const entities: Entity[] = [
  ...groups.map(name => anEntity('Group', name, [])),
  ...Object.entries(groupsOf).map(([name, memberOf]) =>
    anEntity(
      'User',
      name,
      memberOf.map(group => ({ type: 'memberOf', targetRef: `group:default/${group}` })),
    ),
  ),
  anEntity('Component', 'checkout-api', [
    { type: 'ownedBy', targetRef: 'group:default/payments-team' },
  ]),
];

function anEntity(kind: string, name: string, relations: Entity['relations']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      ...(kind === 'User'
        ? { annotations: { 'slack.com/bot-notify': `U0${name.toUpperCase()}` } }
        : {}),
    },
    ...(kind === 'User' ? { spec: { profile: { displayName: `${name} of the tests` } } } : {}),
    ...(relations ? { relations } : {}),
  };
}
