import { Gate, isBlocking, ReleasePreview } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { actions, button, confirmation, context, Drawn, fitted, header, section } from './blocks';
import { channelWords, cut, escape, inline, lines } from './text';
import { PlanValue } from './values';
import { reachWords, validityWords } from './words';

const gateWords: Readonly<Record<Gate['gate'], string>> = {
  'define-exit': 'Define',
  'implement-exit': 'Implement',
  'publish-entry': 'Publish',
};

/** What publishing a plan would do, with the buttons to do it or not; nothing has happened yet. */
export function publishPreview(preview: ReleasePreview): Drawn {
  const title = `Publish: ${preview.title}`;
  return {
    text: escape(cut(`${title}?`, 500)),
    blocks: fitted(
      [header(title), section(preview.gates.map(gateLine).join('\n') || 'No gates.')],
      preview.effects.map(effect => [section(effectWords(effect))]),
      ending(preview),
      left => context(`… and ${left} more: see the portal`),
    ),
  };
}

function gateLine({ gate, met, criteria }: Gate): string {
  if (met) return `✅ ${gateWords[gate]}: all criteria are met`;
  const missing = criteria
    .filter(isBlocking)
    .map(
      ({ title, remedy }) => `• ${inline(title, 100)}${remedy ? `: ${inline(remedy, 250)}` : ''}`,
    );
  return `⚠️ *${gateWords[gate]}: still missing*\n${lines(missing, 850)}`;
}

function effectWords(effect: ReleasePreview['effects'][number]): string {
  return lines([
    `*${inline(effect.title)}* (\`${effect.name}\`)`,
    `Can be ordered: ${validityWords(effect.from, effect.until)}`,
    `Will see it: ${reachWords(effect.audience)}`,
    `May order it: ${reachWords(effect.mayOrder)}`,
    ...effect.channels.map(channelLine),
    ...(effect.channels.length === 0 ? ['📣 No channel is set to hear of it.'] : []),
  ]);
}

function channelLine({
  channel,
  mayHear,
  reason,
}: ReleasePreview['effects'][number]['channels'][number]) {
  const name = channelWords(channel);
  if (mayHear) return `📣 ${name} hears of it when it begins.`;
  return `🔇 ${name} does not hear of it${reason ? `: ${inline(reason)}` : ''}.`;
}

function ending(preview: ReleasePreview): KnownBlock[] {
  if (!preview.releasable) {
    const refusal = preview.refusal ?? 'It cannot be published yet; see what is missing above.';
    return [section(`⛔ ${inline(refusal, 1000)}`)];
  }
  const value: PlanValue = { p: preview.planId, h: preview.contentHash };
  return [
    actions(
      button({
        action: actionIds.publish,
        text: 'Publish',
        style: 'primary',
        value: JSON.stringify(value),
        confirm: confirmation({
          title: 'Publish now?',
          text: `“${cut(preview.title, 120)}” is published as shown. A published version cannot be altered.`,
          confirm: 'Publish',
        }),
      }),
      button({ action: actionIds.cancelPublish, text: 'Cancel' }),
    ),
  ];
}
