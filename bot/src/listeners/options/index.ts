import { App } from '@slack/bolt';
import { actionIds } from '../../views/actionIds';
import { BotServices } from '../services';
import { offersTyped, OptionsAsked } from './offers';
import { wizardOffers } from './wizardOffers';

/** The id of a field or menu that searches while a person types. */
export type SearchId = (typeof actionIds)['pick' | 'replacement' | 'wizardSeen' | 'wizardManaged'];

/** Listens to every field and menu that searches while a person types. */
export function registerOptions(app: App, services: BotServices): void {
  const all: Readonly<Record<SearchId, (asked: OptionsAsked) => Promise<void>>> = {
    [actionIds.pick]: offersTyped(services),
    [actionIds.replacement]: offersTyped(services),
    [actionIds.wizardSeen]: wizardOffers(services, 'browseOffers'),
    [actionIds.wizardManaged]: wizardOffers(services, 'listOffers'),
  };
  const listeners = new Map(Object.entries(all));
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async asked =>
    listeners.get(asked.body.action_id)?.(asked),
  );
}
