import { AuthService, BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EVERYONE, Person } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { performance } from 'node:perf_hooks';
import { tokenOf } from '../api/tokens';
import { Question } from '../database/Question';
import { AskedTogether } from './AskedTogether';
import { LinksUnderWay } from './LinksUnderWay';
import { SeenEntities } from './SeenEntities';

/** The annotation that names a person's Slack user id; the notifications module of Backstage uses it too. */
const SLACK_ANNOTATION = 'slack.com/bot-notify';

/** How many refs are asked of the catalogue at once. */
const BATCH = 200;

/** How many questions are asked of the catalogue at the same time. */
const AT_ONCE = 8;

/** How long the size of a group is kept, in milliseconds: an edit counts its whole audience, each time. */
const SIZE_KEPT_MS = 60_000;

/** How many sizes are kept; an organisation has fewer groups than that. */
const MOST_SIZES = 20_000;

/** A person with what a message needs to reach them. */
export interface Reachable {
  person: Person;
  email: string | undefined;
}

/** The software catalogue as a directory of people and groups. Asked outside transactions only. */
export class Directory {
  private readonly sizes = new Map<string, { size: Promise<number>; until: number }>();
  private readonly counting = new Question((principals: readonly string[]) =>
    this.count(principals),
  );
  private readonly asked = new AskedTogether<ReadonlySet<string>>();
  private readonly underWay = new LinksUnderWay();
  private readonly seen: SeenEntities;

  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: Pick<AuthService, 'getOwnServiceCredentials'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.seen = new SeenEntities(now);
  }

  /** Which of the refs do not exist in the software catalogue (rule 14). */
  async missing(refs: readonly string[]): Promise<Set<string>> {
    const wanted = [...new Set(refs)];
    const entities = await this.entities(wanted, ['kind', 'metadata.name']);
    return new Set(wanted.filter(ref => !entities.get(ref)));
  }

  /**
   * Says that a change is on its way which will ask what its writer cannot see of these refs (`unseenBy`): who asks with
   * the same token meanwhile asks for them too, so that many changes at once need one question.
   * @returns says that the change is stored, or refused
   */
  willAsk(credentials: BackstageCredentials, refs: readonly string[]): () => void {
    const token = tokenOf(credentials);
    return token === undefined ? () => {} : this.underWay.begin(token, refs);
  }

  /**
   * Which of the refs a person cannot see in the software catalogue, or nobody can: asked as that person. What they
   * saw a minute ago counts as seen.
   */
  async unseenBy(credentials: BackstageCredentials, refs: readonly string[]): Promise<Set<string>> {
    const wanted = this.seen.unknown(credentials, [...new Set(refs)]);
    if (wanted.length === 0) return new Set();
    const token = tokenOf(credentials);
    const look = (together: readonly string[]) => this.look(credentials, together);
    const found = await (token === undefined ? look(wanted) : this.asked.ask(token, wanted, look));
    return new Set(this.seen.unknown(credentials, wanted).filter(ref => !found.has(ref)));
  }

  /** Looks as a person for what they have not seen of these refs, and of those of their changes that are on the way. */
  private async look(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const token = tokenOf(credentials);
    const wanted = this.seen.unknown(credentials, refs);
    if (wanted.length === 0) return new Set();
    const others = token === undefined ? [] : this.underWay.of(token);
    // Others come along as far as there is room: for them alone no further question is sent.
    const room = BATCH - (wanted.length % BATCH);
    const along = this.seen
      .unknown(
        credentials,
        [...new Set(others)].filter(ref => !wanted.includes(ref)),
      )
      .slice(0, room);
    const together = [...wanted, ...along];
    const entities = await this.entities(together, ['kind', 'metadata.name'], credentials);
    const found = together.filter(ref => entities.get(ref));
    this.seen.saw(credentials, found);
    return new Set(found);
  }

  /** The members of a group; the user itself for a user; nobody where the catalogue knows none. */
  async peopleOf(principal: string): Promise<string[]> {
    if (principal.startsWith('user:')) {
      const missing = await this.missing([principal]);
      return missing.has(principal) ? [] : [principal];
    }
    const credentials = await this.auth.getOwnServiceCredentials();
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.catalog.queryEntities(
        cursor
          ? { cursor, limit: BATCH }
          : {
              filter: { kind: 'User', 'relations.memberOf': principal },
              fields: ['kind', 'metadata.name', 'metadata.namespace'],
              limit: BATCH,
              totalItems: 'exclude',
            },
        { credentials },
      );
      refs.push(...page.items.map(refOf));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return refs;
  }

  /** Everyone that some groups and users name, each once. */
  async peopleOfAll(principals: readonly string[]): Promise<string[]> {
    const people = await Promise.all(principals.map(principal => this.peopleOf(principal)));
    return [...new Set(people.flat())];
  }

  /** How many people each principal holds; `everyone` and what the catalogue does not know are left out. */
  async count(principals: readonly string[]): Promise<Map<string, number>> {
    const counted = [...new Set(principals)].filter(principal => principal !== EVERYONE);
    const counts = new Map<string, number>();
    for (let start = 0; start < counted.length; start += AT_ONCE) {
      const some = counted.slice(start, start + AT_ONCE);
      const sizes = await Promise.all(some.map(principal => this.sizeOf(principal)));
      some.forEach((principal, index) => counts.set(principal, sizes[index] ?? 0));
    }
    return new Map([...counts].filter(([, people]) => people > 0));
  }

  /** The same for a transaction that finds out that it has to know; see {@link Question}. */
  countWithin(tx: Knex.Transaction, principals: readonly string[]): ReadonlyMap<string, number> {
    return this.counting.answer(tx, principals.join(' '), principals);
  }

  /** How many people a principal holds, as of a minute ago at most: it is shown to people and decides nothing. */
  private async sizeOf(principal: string): Promise<number> {
    const known = this.sizes.get(principal);
    if (known && known.until > this.now()) return known.size;
    const size = this.peopleOf(principal).then(people => people.length);
    const kept = { size, until: this.now() + SIZE_KEPT_MS };
    if (this.sizes.size >= MOST_SIZES) this.sizes.clear();
    this.sizes.set(principal, kept);
    // What failed is asked again by the next who wants to know.
    size.catch(() => this.sizes.delete(principal));
    return size;
  }

  /** The groups and users that own some entities, each once. */
  async ownersOf(refs: readonly string[]): Promise<string[]> {
    const entities = await this.entities([...new Set(refs)], ['kind', 'relations']);
    const owners = [...entities.values()].flatMap(entity =>
      (entity?.relations ?? [])
        .filter(({ type }) => type === 'ownedBy')
        .map(({ targetRef }) => targetRef.toLowerCase()),
    );
    return [...new Set(owners)];
  }

  /** Who the annotation says has a Slack account; one, unless the catalogue is not right. */
  async annotatedWith(slackUserId: string): Promise<string[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const { items } = await this.catalog.queryEntities(
      {
        filter: { kind: 'User', [`metadata.annotations.${SLACK_ANNOTATION}`]: slackUserId },
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.annotations'],
        limit: BATCH,
        totalItems: 'exclude',
      },
      { credentials },
    );
    // The catalogue compares without regard to case; Slack ids are exact.
    return items
      .filter(({ metadata }) => metadata.annotations?.[SLACK_ANNOTATION] === slackUserId)
      .map(refOf);
  }

  /** The audience keys of another person: themselves and the groups that they belong to. */
  async principalsOf(userRef: string): Promise<string[] | undefined> {
    const entities = await this.entities([userRef], ['kind', 'relations']);
    const entity = entities.get(userRef);
    if (!entity) return undefined;
    return [userRef, ...groupsOf(entity)];
  }

  /** The audience keys of several people, each with their groups; who is not in the catalogue has their ref alone. */
  async principalsOfAll(userRefs: readonly string[]): Promise<Map<string, string[]>> {
    const entities = await this.entities([...new Set(userRefs)], ['kind', 'relations']);
    return new Map([...entities].map(([ref, entity]) => [ref, [ref, ...groupsOf(entity)]]));
  }

  /** People with name, Slack id and e-mail; who is not in the catalogue is called by their ref. */
  async reach(refs: readonly string[]): Promise<Map<string, Reachable>> {
    const wanted = [...new Set(refs)];
    const entities = await this.entities(wanted, [
      'kind',
      'metadata.name',
      'metadata.title',
      'metadata.annotations',
      'spec.profile',
    ]);
    return new Map(wanted.map(ref => [ref, reachable(ref, entities.get(ref))]));
  }

  private async entities(
    refs: readonly string[],
    fields: string[],
    as?: BackstageCredentials,
  ): Promise<Map<string, Entity | undefined>> {
    const credentials = as ?? (await this.auth.getOwnServiceCredentials());
    const known = new Map<string, Entity | undefined>();
    for (let start = 0; start < refs.length; start += BATCH) {
      const batch = refs.slice(start, start + BATCH);
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs: batch, fields },
        { credentials },
      );
      batch.forEach((ref, index) => known.set(ref, items[index]));
    }
    return known;
  }
}

function groupsOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === 'memberOf')
    .map(({ targetRef }) => targetRef.toLowerCase());
}

function refOf({ kind, metadata }: Entity): string {
  return `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase();
}

function reachable(ref: string, entity: Entity | undefined): Reachable {
  const slackUserId = entity?.metadata.annotations?.[SLACK_ANNOTATION];
  const profile = entity?.spec?.profile;
  const text = (key: string): string | undefined => {
    if (typeof profile !== 'object' || profile === null || Array.isArray(profile)) return undefined;
    const value = profile[key];
    return typeof value === 'string' && value ? value : undefined;
  };
  return {
    person: {
      ref,
      name: text('displayName') ?? entity?.metadata.title ?? ref.replace(/^.*\//, ''),
      ...(slackUserId ? { slackUserId } : {}),
    },
    email: text('email')?.toLowerCase(),
  };
}
