import { Entity } from '@backstage/catalog-model';
import { groupRef, groups, people, Person, staffGroups, worldOffer } from './world';

/** The provider whose entities are written in bulk. */
export const SEED_PROVIDER = 'bench-seed';

/** The provider that ingests while it is measured. */
export const PROVIDER = 'bench-ingest';

const annotations = (provider: string) => ({
  'backstage.io/managed-by-location': `bench:${provider}`,
  'backstage.io/managed-by-origin-location': `bench:${provider}`,
});

/** What an offer would be in Backstage's own catalogue: a component with the same text, filters and audience. */
export function catalogueEntity(index: number, turn?: number): Entity {
  const { name, interaction, owner, audience, category, content } = worldOffer(index);
  const { title, summary, tags } = content.information;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      title,
      description: summary,
      tags,
      annotations: {
        ...annotations(turn ? PROVIDER : SEED_PROVIDER),
        // By which a turn of the ingestion finds what it brought.
        ...(turn ? { 'bench/turn': String(turn) } : {}),
      },
    },
    spec: { type: category, lifecycle: interaction, owner, audience },
  };
}

/** An entity with what it points at. */
export interface RelatedEntity {
  entity: Entity;
  relations: { type: string; targetRef: string }[];
}

export function offerEntity(index: number): RelatedEntity {
  const entity = catalogueEntity(index);
  return { entity, relations: [{ type: 'ownedBy', targetRef: String(entity.spec?.owner) }] };
}

/** The organisation: groups, people with their memberships, and the products that offers name. */
export function* organisation(): Generator<RelatedEntity> {
  for (const name of [...groups, ...staffGroups]) yield groupEntity(name);
  for (const person of people()) yield userEntity(person);
  for (let index = 0; index < 500; index += 1) {
    yield {
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: `offered-${index}`,
          namespace: 'default',
          annotations: annotations(SEED_PROVIDER),
        },
        spec: { type: 'service', lifecycle: 'production', owner: groupRef('team-000') },
      },
      relations: [{ type: 'ownedBy', targetRef: groupRef('team-000') }],
    };
  }
}

function groupEntity(name: string): RelatedEntity {
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default', annotations: annotations(SEED_PROVIDER) },
      spec: { type: 'team', profile: { displayName: name }, children: [] },
    },
    relations: [],
  };
}

function userEntity({ name, groups: memberOf }: Person): RelatedEntity {
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name, namespace: 'default', annotations: annotations(SEED_PROVIDER) },
      spec: {
        profile: { displayName: name, email: `${name}@example.com` },
        memberOf: [...memberOf],
      },
    },
    relations: memberOf.map(group => ({ type: 'memberOf', targetRef: groupRef(group) })),
  };
}
