import {
  announcementModeSchema,
  PatchAnnouncementPreferences,
  patchAnnouncementPreferencesSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { hearing, Hearing, hearingSchema, stoppedWords } from '../../views/hearing';
import { readValue, stopValueSchema } from '../../views/values';
import { askerOfAction } from '../askers';
import { answer, handlePrivately, replace } from '../privately';
import { BotServices } from '../services';
import { STALE_BUTTON } from './approve';
import { ButtonPress, MenuPick } from './types';

/** A setting of what a person hears was chosen: keeps it, with the zone in which they read. */
export function hear(services: BotServices) {
  return async ({ ack, body, action, respond }: MenuPick): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'hear', asker, respond }, async () => {
      const about = readValue(hearingSchema, action.block_id);
      const chosen = action.selected_option?.value;
      const patch = about && chosen ? patchOf(about, chosen) : undefined;
      if (!patch)
        return answer(respond, 'This menu is out of date. Type `/offer announce settings` again.');
      const mine = services.offers.for(asker);
      await mine.signIn();
      const zone = services.zoneOf(asker);
      const patched = { ...patch, ...(zone ? { zone } : {}) };
      return replace(
        respond,
        hearing(await mine.call('patchAnnouncementPreferences', { body: patched })),
      );
    });
  };
}

function patchOf(about: Hearing, chosen: string): PatchAnnouncementPreferences | undefined {
  const patch =
    about.what === 'kind'
      ? { kinds: { [about.kind]: announcementModeSchema.safeParse(chosen).data } }
      : { [about.what]: about.what === 'weekday' ? Number(chosen) : chosen };
  return patchAnnouncementPreferencesSchema.safeParse(patch).data;
}

/** Hear less was pressed under a message: no more of its kind in person, from now on. */
export function stopHearing(services: BotServices) {
  return async ({ ack, body, action, respond }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    await handlePrivately(services, { what: 'stop-hearing', asker, respond }, async () => {
      const value = readValue(stopValueSchema, action.value);
      if (!value) return answer(respond, STALE_BUTTON);
      const kinds = { [value.k]: 'off' };
      const patch = patchAnnouncementPreferencesSchema.parse({ kinds });
      await services.offers.for(asker).call('patchAnnouncementPreferences', { body: patch });
      return answer(respond, stoppedWords(value.k));
    });
  };
}
