import { SlackLink } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { withSlackLinks } from '../slack/reach';
import { Drawn, Names, personOf } from './drawnTo';
import { insertDeliveries, StoredDelivery } from './store';
import { AboutOther } from './summary';

/** What the account hears whose link somebody else ended. */
interface Ended extends AboutOther {
  teamId: string;
  slackUserId: string;
  by: string;
  reason: string;
  at: string;
}

/** Tells a Slack account that it acts for nobody any more: it is reached by its id, since the link is gone. */
export async function tellLinkEnded(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  { link, by, reason, at }: { link: SlackLink; by: string; reason: string; at: string },
): Promise<void> {
  const { id, user, teamId, slackUserId } = link;
  const key = `slack-link:${id}:ended`;
  const about = { subjectKind: 'slack-link', subjectId: id } as const;
  const detail: Ended = { about, teamId, slackUserId, by, reason, at };
  await insertDeliveries(
    tx,
    [
      {
        id: ctx.newId(),
        key,
        lane: key,
        kind: 'link-ended',
        act: 'post',
        targetKind: 'person',
        target: user,
        dueAt: at,
        detail,
      },
    ],
    at,
  );
}

/** Draws what accounts are told whose link was ended. */
export async function drawEndedLinks(
  ctx: Context,
  deliveries: readonly StoredDelivery[],
): Promise<Map<string, Drawn>> {
  const ended = deliveries.filter(({ kind }) => kind === 'link-ended');
  if (ended.length === 0) return new Map();
  const people = ended.flatMap(delivery => [delivery.target, endedIn(delivery).by]);
  const names = await withSlackLinks(ctx, await ctx.directory.reach(people));
  return new Map(ended.map(delivery => [delivery.id, draw(ctx, delivery, names)]));
}

function draw({ settings }: Context, delivery: StoredDelivery, names: Names): Drawn {
  const { teamId, slackUserId, by, reason, at } = endedIn(delivery);
  const { ref, name } = personOf(delivery.target, names);
  return {
    ok: true,
    target: { kind: 'person', person: { ref, name, slackUserId, slackTeamId: teamId } },
    body: {
      kind: 'link-ended',
      user: { ref, name },
      by: personOf(by, names),
      reason,
      at,
      url: `${settings.portalUrl}/offers/slack`,
    },
  };
}

function endedIn({ detail }: StoredDelivery): Ended {
  return JSON.parse(detail);
}
