import { App } from '@slack/bolt';
import { registerActions } from './actions';
import { registerCommands } from './commands';
import { registerEvents } from './events';
import { registerOptions } from './options';
import { BotServices } from './services';
import { registerShortcuts } from './shortcuts';
import { registerViews } from './views';

/** Listens to everything that people do with the bot. */
export function registerListeners(app: App, services: BotServices): void {
  registerCommands(app, services);
  registerActions(app, services);
  registerEvents(app, services);
  registerOptions(app, services);
  registerShortcuts(app, services);
  registerViews(app, services);
}
