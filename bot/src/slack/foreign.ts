import { AnyMiddlewareArgs, Middleware, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { BotConfig } from '../config';
import { identityRefusal } from '../identity/refusal';
import { Log } from '../log';
import { answer } from '../listeners/privately';

const bodySchema = z.object({
  api_app_id: z.string().optional(),
  team_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ team_id: z.string().optional() }).optional().catch(undefined),
});

/** Why a request is not for this bot: another app's, another workspace's, or none. */
export function foreignTo(
  { slackAppId, slackTeamId }: Pick<BotConfig, 'slackAppId' | 'slackTeamId'>,
  body: unknown,
): 'other-app' | 'other-team' | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return 'other-app';
  const { api_app_id: appId, team_id: teamId, team, user } = parsed.data;
  if (slackAppId && appId !== slackAppId) return 'other-app';
  const teams = [user?.team_id, teamId, team?.id].filter(id => id !== undefined);
  return teams.length > 0 && teams.every(id => id === slackTeamId) ? undefined : 'other-team';
}

/** Lets only requests of our workspace, for our app, reach a listener. */
export function refuseForeign(
  config: Pick<BotConfig, 'slackAppId' | 'slackTeamId'>,
  log: Log,
): Middleware<AnyMiddlewareArgs> {
  return async args => {
    const foreign = foreignTo(config, args.body);
    if (!foreign) {
      await args.next();
      return;
    }
    log.warn('Request refused', { code: foreign });
    if (foreign === 'other-app') return;
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
    if ('respond' in args && isRespond(args.respond)) {
      await answer(args.respond, identityRefusal('other-team').message);
    }
  };
}

function isRespond(respond: unknown): respond is RespondFn {
  return typeof respond === 'function';
}
