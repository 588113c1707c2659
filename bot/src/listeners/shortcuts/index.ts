import {
  AllMiddlewareArgs,
  App,
  GlobalShortcut,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import { ModalView } from '@slack/types';
import { errorWords } from '../../log';
import { shortcutIds } from '../../views/actionIds';
import { demandModal, handOverModal, planModal } from '../../views/wizards';
import { BotServices } from '../services';

/** What the listener of a shortcut reads of what Slack sends. */
export type ShortcutTaken = Pick<
  SlackShortcutMiddlewareArgs<GlobalShortcut | MessageShortcut> & AllMiddlewareArgs,
  'ack' | 'shortcut' | 'client'
>;

type ShortcutId = (typeof shortcutIds)[keyof typeof shortcutIds];

/** Listens to every shortcut: those of the menu of messages, and those that stand everywhere. */
export function registerShortcuts(app: App, services: BotServices): void {
  const all: Readonly<Record<ShortcutId, (taken: ShortcutTaken) => Promise<void>>> = {
    [shortcutIds.demand]: opening(services, () => demandModal()),
    [shortcutIds.demandFromMessage]: opening(services, demandFrom),
    [shortcutIds.plan]: opening(services, () => planModal()),
    [shortcutIds.handOver]: opening(services, () => handOverModal()),
  };
  const listeners = new Map(Object.entries(all));
  app.shortcut(/^offers-/, async taken => listeners.get(taken.shortcut.callback_id)?.(taken));
}

/** Opens a form at once: the trigger of a shortcut ends after three seconds. */
export function opening(
  { activity, log }: Pick<BotServices, 'activity' | 'log'>,
  view: (shortcut: GlobalShortcut | MessageShortcut) => ModalView,
) {
  return async ({ ack, shortcut, client }: ShortcutTaken): Promise<void> => {
    const opened = client.views.open({ trigger_id: shortcut.trigger_id, view: view(shortcut) });
    await activity.run(async () => {
      await Promise.all([
        ack(),
        opened.catch(error =>
          log.warn('Slack did not open the form', { error: errorWords(error) }),
        ),
      ]);
    });
  };
}

/** The form of a demand with what the message says, and where it stands. */
export function demandFrom(shortcut: GlobalShortcut | MessageShortcut): ModalView {
  if (shortcut.type !== 'message_action') return demandModal();
  const text = (shortcut.message.text ?? '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return demandModal({ c: shortcut.channel.id, t: shortcut.message_ts }, text);
}
