import { Context } from '../context';
import { Reachable } from '../people/Directory';
import { selectLinksOf } from './linkStore';

/**
 * People with the Slack account that they have linked in the place of the directory's: they have proved it.
 * Of several, the one linked first.
 */
export async function withSlackLinks(
  { db }: Pick<Context, 'db'>,
  people: ReadonlyMap<string, Reachable>,
): Promise<Map<string, Reachable>> {
  const reachable = new Map(people);
  const links = await selectLinksOf(db.knex, [...people.keys()]);
  for (const { user, teamId, slackUserId } of links.reverse()) {
    const known = people.get(user);
    if (!known) continue;
    const person = { ...known.person, slackUserId, slackTeamId: teamId };
    reachable.set(user, { ...known, person });
  }
  return reachable;
}
