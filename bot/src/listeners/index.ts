import { App } from '@slack/bolt';
import { registerActions } from './actions';
import { registerCommands } from './commands';
import { registerEvents } from './events';
import { registerOptions } from './options';
import { BotServices } from './services';
import { registerShortcuts } from './shortcuts';
import { registerViews } from './views';

/**
 * Listens to everything that people do with the bot. Bolt tries each listener that it knows with each request, so it is given
 * one of a kind, which finds its own by the id of what was pressed or sent. What none listens to is not acknowledged.
 */
export function registerListeners(app: App, services: BotServices): void {
  registerCommands(app, services);
  registerActions(app, services);
  registerEvents(app, services);
  registerOptions(app, services);
  registerShortcuts(app, services);
  registerViews(app, services);
}
