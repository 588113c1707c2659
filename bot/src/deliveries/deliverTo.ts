import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { errorWords } from '../log';
import { NotInstalled, Workspaces } from '../workspaces/workspaces';
import { deliver } from './deliver';
import { Outcome } from './outcome';

const ASK_AGAIN_SECONDS = 5;

/** Delivers in the workspace that a delivery is for. */
export function deliverTo(workspaces: Pick<Workspaces, 'of'>, secondLookMs: number) {
  return async (delivery: ClaimedDelivery, mayStillPost: () => boolean): Promise<Outcome> => {
    try {
      const { slack, botId } = await workspaces.of(teamOf(delivery));
      return await deliver(delivery, { slack, botId, secondLookMs, mayStillPost });
    } catch (error) {
      if (error instanceof NotInstalled) return { result: 'failed', error: error.message };
      // Nothing was sent: where to was not known.
      const words = errorWords(error).slice(0, 300);
      return delivery.mayHavePosted
        ? { result: 'unclear', error: words }
        : { result: 'retry', error: words, afterSeconds: ASK_AGAIN_SECONDS };
    }
  };
}

function teamOf({ target }: ClaimedDelivery): string | undefined {
  return target.kind === 'channel' ? target.team : target.person.slackTeamId;
}
