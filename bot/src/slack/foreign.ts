import { AnyMiddlewareArgs, Middleware, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { BotConfig } from '../config';
import { identityRefusal } from '../identity/refusal';
import { NoteRefusal } from '../identity/refusalNotes';
import { Asker } from '../identity/asker';
import { Log } from '../log';
import { answer } from '../listeners/privately';

const bodySchema = z.object({
  api_app_id: z.string().optional(),
  team_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  user: z
    .object({ id: z.string().optional(), team_id: z.string().optional() })
    .optional()
    .catch(undefined),
  user_id: z.string().optional(),
});

/** Why a request is not for this bot: another app's, another workspace's, or none. */
export function foreignTo(
  { slackAppId, slackTeams }: Pick<BotConfig, 'slackAppId' | 'slackTeams'>,
  body: unknown,
): 'other-app' | 'other-team' | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return 'other-app';
  const { api_app_id: appId, team_id: teamId, team, user } = parsed.data;
  if (slackAppId && appId !== slackAppId) return 'other-app';
  const teams = [user?.team_id, teamId, team?.id].filter(id => id !== undefined);
  return teams.length > 0 && teams.every(id => slackTeams.includes(id)) ? undefined : 'other-team';
}

/** Lets only requests of our workspace, for our app, reach a listener. */
export function refuseForeign(
  config: Pick<BotConfig, 'slackAppId' | 'slackTeams'>,
  log: Log,
  noted: NoteRefusal,
): Middleware<AnyMiddlewareArgs> {
  return async args => {
    const foreign = foreignTo(config, args.body);
    if (!foreign) {
      await args.next();
      return;
    }
    log.warn('Request refused', { code: foreign });
    if (foreign === 'other-app') return;
    const asker = askerOfForeign(args.body);
    if (asker) noted(asker, 'other-team');
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
    if ('respond' in args && isRespond(args.respond)) {
      await answer(args.respond, identityRefusal('other-team').message);
    }
  };
}

/** Who sent a foreign request, for the log; nothing else of it is used. */
function askerOfForeign(body: unknown): Asker | undefined {
  const { team_id: teamId, team, user, user_id: typedBy } = bodySchema.safeParse(body).data ?? {};
  const asker = { teamId: user?.team_id ?? teamId ?? team?.id, slackUserId: user?.id ?? typedBy };
  const { teamId: known, slackUserId } = asker;
  return known && slackUserId ? { teamId: known, slackUserId } : undefined;
}

function isRespond(respond: unknown): respond is RespondFn {
  return typeof respond === 'function';
}
