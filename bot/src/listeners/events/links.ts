import { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { LinkPreview } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { PersonOffers } from '../../backend/offers';
import { linkCard } from '../../views/linkCard';
import { offerNameIn } from '../../views/offerAddress';
import { ifFound } from '../commands/ifFound';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';

/** What the listener of shared links reads of what Slack sends. */
export type LinksShared = Pick<
  SlackEventMiddlewareArgs<'link_shared'> & AllMiddlewareArgs,
  'event' | 'body' | 'client' | 'context'
>;

/** So many links of one message are looked at. */
const MOST = 5;

/**
 * Links to offers were shared: those that all readers of the channel may see unfurl; what only the one who shared them
 * may see is shown to them alone; of the others nothing is said, as of what does not exist (rule 1).
 */
export function linksShared(services: Pick<BotServices, 'offers' | 'activity' | 'log'>) {
  return async ({ event, body, client, context }: LinksShared): Promise<void> => {
    const { user, channel, message_ts: ts, links } = event;
    // While somebody still writes, nobody knows who will read it.
    if (event.source === 'composer') return;
    const asker = { teamId: body.team_id, slackUserId: user };
    const fields = { request: randomUUID(), what: 'links', slackUser: user };
    await services.activity.run(async () => {
      try {
        const previews = await previewsOf(services.offers.for(asker), links, channel);
        const shown = previews.filter(({ preview }) => preview.forWhom === 'channel');
        if (shown.length > 0) {
          const unfurls = Object.fromEntries(
            shown.map(({ url, preview }) => [url, { blocks: linkCard(preview).blocks }]),
          );
          await client.chat.unfurl({ channel, ts, unfurls });
        }
        // Slack shows a card to one person once: what it delivers again adds none.
        if (context.retryNum) return;
        for (const { preview } of previews.filter(each => !shown.includes(each))) {
          await client.chat.postEphemeral({ channel, user, ...linkCard(preview) });
        }
        services.log.info('Request handled', fields);
      } catch (error) {
        // Who may not, or is nobody here, has asked for nothing: a refusal would tell that there is something.
        logRefusal(services.log, error, fields);
      }
    });
  };
}

async function previewsOf(
  mine: PersonOffers,
  links: readonly { url: string }[],
  channel: string,
): Promise<{ url: string; preview: LinkPreview }[]> {
  const found = await Promise.all(
    links.slice(0, MOST).map(async ({ url }) => {
      const name = offerNameIn(url);
      const preview =
        name && (await ifFound(mine.call('linkPreview', { params: { name }, query: { channel } })));
      return preview ? [{ url, preview }] : [];
    }),
  );
  return found.flat();
}
