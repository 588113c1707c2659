import { SlashCommand } from '@slack/bolt';
import { Asker } from '../identity/asker';

/** Who typed a command. */
export function askerOfCommand({
  team_id: teamId,
  user_id: slackUserId,
}: Pick<SlashCommand, 'team_id' | 'user_id'>): Asker {
  return { teamId, slackUserId };
}

/** The parts of a press or a sent modal that say who it was. */
export interface ActedBy {
  user: { id: string; team_id?: string };
  team: { id: string } | null;
}

/** Who pressed a button or sent a modal: their own workspace, also in a channel shared with another. */
export function askerOfAction({ user, team }: ActedBy): Asker {
  return { teamId: user.team_id ?? team?.id ?? '', slackUserId: user.id };
}
