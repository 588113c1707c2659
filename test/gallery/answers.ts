import { GENERAL, ids, Name, typed } from '../journeys/slack/World';
import { Gallery } from './Gallery';

const engineers = { allow: ['group:default/engineers'] };
const inRings = {
  see: engineers,
  order: engineers,
  rings: [{ name: 'First', groups: ['user:default/ben'] }],
};

/** Who types what, by the name of the picture. */
const TYPED: readonly (readonly [name: string, who: Name, text: string])[] = [
  ['help-of-an-engineer', 'ada', 'help'],
  ['help-of-a-manager', 'carla', 'help'],
  ['help-of-nobody', 'sam', 'help'],
  ['search', 'ada', 'search database'],
  ['show', 'ada', 'show shown-database'],
  ['show-a-draft', 'carla', 'show drafted-database'],
  ['show-what-one-may-not-see', 'otto', 'show shown-database'],
  ['why', 'ada', 'why shown-database'],
  ['why-of-somebody-else', 'carla', 'why shown-database @otto'],
  ['why-of-a-draft', 'carla', 'why drafted-database'],
  ['audit', 'carla', 'audit shown-database'],
  ['rings', 'carla', 'rings ringed-database'],
  ['plan-form-beside', 'carla', 'plan drafted-database'],
  ['publish-without-plan', 'carla', 'publish drafted-database'],
  ['suspend', 'carla', 'suspend shown-database'],
  ['announcements', 'carla', 'announce shown-database'],
  ['settings', 'ada', 'announce settings'],
  ['unknown-word', 'ada', 'serach database'],
  ['link', 'sam', 'link'],
];

/** Answers to what is typed, what is done from them, and the Home tabs. */
export async function answers(gallery: Gallery): Promise<void> {
  const { world } = gallery;
  await world.published(['Shown database'], ['Ringed database', { access: inRings }]);
  await world.draft('Drafted database');
  for (const [name, who, text] of TYPED) {
    await gallery.scene(name, async () => {
      await gallery.command(name, who, text);
    });
  }
  await gallery.scene('an act with its effect and its reason', async () => {
    const preview = await world.slack.command(ids.carla, 'rings ringed-database');
    await world.pressSigned('carla', GENERAL, preview, 'Promote');
    await gallery.form('promote-form', 'plain_text_input', 'Ringed');
    await gallery.sends('promoted', 'carla', { reason: typed('It goes well') }, 'Promoted');
    await gallery.command('rings-after', 'carla', 'rings ringed-database');
  });
  for (const who of ['mia', 'carla', 'ada', 'sam'] as const) {
    await gallery.scene(`home of ${who}`, () => gallery.home(`home-${who}`, who));
  }
}
