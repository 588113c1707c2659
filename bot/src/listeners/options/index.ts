import { App } from '@slack/bolt';
import { actionIds } from '../../views/actionIds';
import { BotServices } from '../services';
import { offersTyped } from './offers';
import { wizardOffers } from './wizardOffers';

/** Listens to every menu that searches while a person types. */
export function registerOptions(app: App, services: BotServices): void {
  for (const id of [actionIds.pick, actionIds.replacement]) {
    app.options<'block_suggestion'>(
      { type: 'block_suggestion', action_id: id },
      offersTyped(services),
    );
  }
  for (const [id, operation] of [
    [actionIds.wizardSeen, 'browseOffers'],
    [actionIds.wizardManaged, 'listOffers'],
  ] as const) {
    app.options<'block_suggestion'>(
      { type: 'block_suggestion', action_id: id },
      wizardOffers(services, operation),
    );
  }
}
