import {
  AnnouncementKind,
  announcementKindSchema,
  AnnouncementMode,
  AnnouncementPreferences,
} from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { z } from 'zod';
import { actionIds } from './actionIds';
import { context, Drawn, header, section } from './blocks';
import { inline, plain } from './text';

const kindWords: Readonly<Record<AnnouncementKind, string>> = {
  upcoming: 'What is coming, where I have to know',
  available: 'New offers',
  changed: 'Changes of offers',
  ending: 'Offers that end',
  ended: 'Offers that have ended',
  promotion: 'Worth a look',
};

const modeWords: Readonly<Record<AnnouncementMode, string>> = {
  now: 'At once',
  daily: 'In a daily digest',
  weekly: 'In a weekly digest',
  off: 'Not in person',
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** Which part of the settings a menu changes. */
export const hearingSchema = z.union([
  z.strictObject({ what: z.literal('kind'), kind: announcementKindSchema }),
  z.strictObject({ what: z.enum(['time', 'weekday']) }),
]);

/** Which part of the settings a menu changes. */
export type Hearing = z.infer<typeof hearingSchema>;

/** How a person hears of offers in person, with menus to change it. */
export function hearing({ kinds, zone, time, weekday, quiet }: AnnouncementPreferences): Drawn {
  const title = 'What I tell you of offers';
  return {
    text: title,
    blocks: [
      header(title),
      ...announcementKindSchema.options.map(kind =>
        choice({ what: 'kind', kind }, `*${kindWords[kind]}*`, modesOf(kind), kinds[kind]),
      ),
      choice(
        { what: 'time' },
        '*Digests come at*',
        [...new Set([...HOURS, time])].map(hour => option(hour, hour)),
        time,
      ),
      choice(
        { what: 'weekday' },
        '*Weekly ones on*',
        DAYS.map((day, index) => option(day, String(index + 1))),
        String(weekday),
      ),
      context(
        `Times are in ${inline(zone)}. ${quietWords(quiet)} Approvals always come in person; what your channels hear is for all of them. Only offers that you may see are told.`,
      ),
    ],
  };
}

function modesOf(kind: AnnouncementKind): PlainTextOption[] {
  const modes: AnnouncementMode[] =
    kind === 'upcoming' ? ['now', 'off'] : ['now', 'daily', 'weekly', 'off'];
  return modes.map(mode => option(modeWords[mode], mode));
}

function option(text: string, value: string): PlainTextOption {
  return { text: plain(text, 75), value };
}

function choice(
  about: Hearing,
  text: string,
  options: PlainTextOption[],
  chosen: string,
): KnownBlock {
  const initial = options.find(({ value }) => value === chosen);
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: actionIds.hear,
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
  return { ...section(text), block_id: JSON.stringify(about), accessory: menu };
}

function quietWords(quiet: AnnouncementPreferences['quiet']): string {
  const where = 'the portal, under What I hear';
  if (!quiet) return `Quiet hours of your own are set in ${where}.`;
  const { from, until, weekends } = quiet;
  return `You are left in peace from ${from} to ${until}${weekends ? ' and at weekends' : ''}; ${where}, changes it.`;
}

/** What is said when somebody wants to hear no more of a kind. */
export function stoppedWords(kind: AnnouncementKind): string {
  return `🔕 You hear no more of this in person: ${kindWords[kind].toLowerCase()}. \`/offer announce settings\` changes it.`;
}
