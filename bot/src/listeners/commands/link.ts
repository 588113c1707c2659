import { Asker } from '../../identity/asker';
import { called, inline } from '../../views/text';
import { BotServices } from '../services';

/** `/offer link` shows a code to type in the portal; `/offer link CODE` tells one that the portal showed. */
export async function linkCommand(
  { links, offers }: Pick<BotServices, 'links' | 'offers'>,
  asker: Asker,
  typed: string,
): Promise<string> {
  if (typed) {
    const { user } = await links.complete(asker, typed.slice(0, 40));
    return linkedWords(called(user, await offers.for(asker).names([user])));
  }
  const { code } = await links.begin(asker);
  // No address and no button: who is used to following one from Slack to where codes are typed follows another's, too.
  return [
    `Your code is \`${code}\`. It counts once, for ten minutes.`,
    'Sign in to the portal, open *Offers*, *Slack*, and type it there. Give it to nobody: whoever types it has this Slack account act for them.',
  ].join('\n');
}

function linkedWords(name: string): string {
  return `🔗 Linked: in this workspace you are *${inline(name, 80)}* of the portal. \`/offer unlink\` ends it.`;
}

/** `/offer unlink` ends the link of this account. */
export async function unlinkCommand(
  { offers, forget }: Pick<BotServices, 'offers' | 'forget'>,
  asker: Asker,
): Promise<string> {
  const mine = offers.for(asker);
  const { items } = await mine.call('mySlackLinks', {});
  const link = items.find(
    ({ teamId, slackUserId }) => teamId === asker.teamId && slackUserId === asker.slackUserId,
  );
  if (!link) {
    return 'This account is not linked by a code. If the portal knows it all the same, its directory says so: ask the people who run the portal.';
  }
  await mine.call('removeSlackLink', {
    params: { id: link.id },
    idempotencyKey: `slack-unlink-${link.id}`,
  });
  forget(asker);
  return 'Unlinked: this Slack account is nobody of the portal any more. `/offer link` links it again.';
}
