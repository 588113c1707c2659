import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SlackAssertion } from './assertion';
import { LinkedUser } from './linkedUser';
import { refusal } from './refusal';

/** The annotation of a catalogue User that holds the person's Slack user id. */
export const SLACK_ANNOTATION = 'slack.com/bot-notify';

// Users that differ in the case of the value only are all found by the catalogue; so many of them
// that they fill a page are a fault of the catalogue, and count as several.
const PAGE_SIZE = 50;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.profile.email',
];

type Options = {
  catalog: CatalogService;
  auth: AuthService;
  matchEmail: boolean;
  /** who has linked the account */
  linkedUser: LinkedUser;
  /** the workspace that the ids in the annotation are of: ids are only unique within one */
  annotatedTeam: string;
};

/**
 * Finds the one catalogue User that a Slack person is: by the link that the person has made, by the
 * annotation {@link SLACK_ANNOTATION}, and only where configured by the e-mail that Slack has confirmed.
 * Where link and annotation name two users, it is neither: nobody counts as two (rule 4).
 *
 * @returns the entity ref of the user
 * @throws Refusal when there is none, or more than one
 */
export async function findPerson(person: SlackAssertion, options: Options): Promise<string> {
  const annotated = await findAnnotated(person, options);
  const linked = await options.linkedUser(person);
  if (linked !== undefined) {
    if (annotated.some(user => stringifyEntityRef(user) !== linked))
      throw refusal('person-ambiguous');
    return linked;
  }
  if (annotated.length > 0) return refOfTheOnly(annotated);

  if (!options.matchEmail || !person.confirmedEmail) throw refusal('person-unknown');
  const sameEmail = await findUsers(
    'spec.profile.email',
    person.confirmedEmail,
    user => emailOf(user)?.toLowerCase() === person.confirmedEmail,
    options,
  );
  // An e-mail address can be handed on or typed into a second Slack account; who is linked by
  // hand stays that one Slack account, so that one person never counts as two.
  if (sameEmail.some(isLinkedToAPerson)) throw refusal('person-linked-elsewhere');
  return refOfTheOnly(sameEmail);
}

async function findAnnotated(
  { team, slackUserId }: SlackAssertion,
  options: Options,
): Promise<Entity[]> {
  if (team !== options.annotatedTeam) return [];
  return findUsers(
    `metadata.annotations.${SLACK_ANNOTATION}`,
    slackUserId,
    user => slackAnnotationOf(user) === slackUserId,
    options,
  );
}

async function findUsers(
  field: string,
  value: string,
  isExact: (user: Entity) => boolean,
  { catalog, auth }: Options,
): Promise<Entity[]> {
  const { items, pageInfo } = await catalog.queryEntities(
    { filter: { kind: 'User', [field]: value }, fields: FIELDS, limit: PAGE_SIZE },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  if (pageInfo.nextCursor) throw refusal('person-ambiguous');
  // The catalogue compares without regard to case; Slack ids are exact.
  return items.filter(isExact);
}

function refOfTheOnly(users: Entity[]): string {
  const [user, ...others] = users;
  if (!user) throw refusal('person-unknown');
  if (others.length > 0) throw refusal('person-ambiguous');
  return stringifyEntityRef(user);
}

function slackAnnotationOf(user: Entity): string | undefined {
  return user.metadata.annotations?.[SLACK_ANNOTATION];
}

/** The annotation may also name a channel, for notifications; that links to nobody. */
function isLinkedToAPerson(user: Entity): boolean {
  return /^[UW]/.test(slackAnnotationOf(user) ?? '');
}

function emailOf(user: Entity): string | undefined {
  const profile = user.spec?.profile;
  if (typeof profile !== 'object' || profile === null || Array.isArray(profile)) return undefined;
  return typeof profile.email === 'string' ? profile.email : undefined;
}
