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
  // In forms Slack sends it as a word.
  is_enterprise_install: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  authorizations: z
    .array(z.object({ is_enterprise_install: z.boolean().optional() }))
    .optional()
    .catch(undefined),
});

/** Why a request is not for this bot. */
export type Foreign = 'other-app' | 'other-team' | 'organisation';

/**
 * Why a request is not for this bot: it is another app's, another workspace's or none's, or of an app that was installed
 * for a whole organisation (Enterprise Grid), for which there is no token here.
 */
export function foreignTo(
  { slackAppId, slackTeams }: Pick<BotConfig, 'slackAppId' | 'slackTeams'>,
  body: unknown,
): Foreign | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return 'other-app';
  const { api_app_id: appId, team_id: teamId, team, user } = parsed.data;
  if (slackAppId && appId !== slackAppId) return 'other-app';
  if (isOfOrganisation(parsed.data)) return 'organisation';
  const teams = [user?.team_id, teamId, team?.id].filter(id => id !== undefined);
  return teams.length > 0 && teams.every(id => slackTeams.includes(id)) ? undefined : 'other-team';
}

function isOfOrganisation({
  is_enterprise_install: isInstalledThere,
  authorizations,
}: z.infer<typeof bodySchema>): boolean {
  return isInstalledThere ?? authorizations?.some(each => each.is_enterprise_install) ?? false;
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
      await answer(args.respond, identityRefusal(foreign).message);
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
