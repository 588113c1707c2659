import { AnnouncementReach } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock, ModalView } from '@slack/types';
import { announcementHead } from './announcement';
import { section } from './blocks';
import { choiceOption, field, form, textField } from './form';
import { messageView } from './messageModal';
import { ChannelNames } from '../slack/channelNames';
import { channelWords, inline, readersDate } from './text';
import { ComposeMetadata } from './values';

/** The form that announces an offer by hand. */
export const composeView = {
  callbackId: 'offers-compose',
  text: 'text',
  channels: 'channels',
  people: 'people',
  at: 'at',
} as const;

const TITLE = 'Announce an offer';

const NOBODY_HEARS =
  'Nobody would hear it: it is announced to no channel, and nobody of its audience wants to hear such in person.';

/** What was filled in. */
export interface Composed {
  text: string;
  channels: readonly string[];
  people: boolean;
  at: string | undefined;
}

const questions: Readonly<Record<AnnouncementReach['kind'], string>> = {
  available: 'What do you want to say of it?',
  changed: 'What has changed?',
  ending: 'What shall people do before it ends?',
  ended: 'What shall people do now?',
  promotion: 'Why is it worth a look?',
};

/** The form before the portal has said who would hear. */
export function composeLoading(): ModalView {
  return messageView(TITLE, '⏳ Finding out who would hear it…');
}

/**
 * The form.
 *
 * @param composed - what was filled in, to be shown with who will see it before it is announced
 * @param names - what channels are called, where that is known
 */
export function composeModal(
  reach: AnnouncementReach,
  {
    composed,
    metadata,
    problem,
    names = new Map(),
  }: { composed?: Composed; metadata: ComposeMetadata; problem?: string; names?: ChannelNames },
): ModalView {
  if (!reach.possible) {
    const refusal = reach.refusal ?? 'It cannot be announced now.';
    return messageView(TITLE, `*${inline(reach.title)}*\n⛔ ${inline(refusal, 1000)}`);
  }
  if (reach.people === 0 && reach.channels.every(({ mayHear }) => !mayHear)) {
    return messageView(TITLE, `*${inline(reach.title)}*\n🔇 ${NOBODY_HEARS}`, silent(reach));
  }
  return form({
    callbackId: composeView.callbackId,
    metadata,
    title: TITLE,
    submit: composed ? 'Announce' : 'Show who sees it',
    problem,
    preview: [
      section(`${announcementHead(reach.kind)}: *${inline(reach.title)}* (\`${reach.name}\`)`),
      ...silent(reach),
      ...(composed ? [whoSees(reach, composed)] : []),
    ],
    fields: fieldsOf(reach, names),
  });
}

function silent({ channels }: AnnouncementReach): KnownBlock[] {
  const refused = channels.filter(({ mayHear }) => !mayHear).slice(0, 10);
  if (refused.length === 0) return [];
  const lines = refused.map(
    ({ channel, reason }) =>
      `🔇 ${channelWords(channel)} may not hear it: ${inline(reason ?? '', 200)}`,
  );
  return [section(lines.join('\n'))];
}

function whoSees(reach: AnnouncementReach, { text, channels, people, at }: Composed): KnownBlock {
  const who = [
    ...channels.slice(0, 50).map(channel => `• all who read ${channelWords(channel)}`),
    ...(people ? [`• ${peopleWords(reach.people)} to hear such in person`] : []),
  ];
  const when = at ? readersDate(at) : 'at once';
  return section(
    `*Who will see it, ${when}*\n${who.join('\n') || '_nobody: choose channels or people_'}\n*What they read*\n${inline(text, 1000)}`,
  );
}

function peopleWords(count: number): string {
  return count === 1
    ? '1 person of its audience who wants'
    : `${count} people of its audience who want`;
}

function fieldsOf(
  { kind, channels, people }: AnnouncementReach,
  names: ChannelNames,
): KnownBlock[] {
  const hearing = channels.filter(({ mayHear }) => mayHear).slice(0, 100);
  const { text, channels: channelsId, people: peopleId, at } = composeView;
  return [
    textField({ id: text, label: questions[kind] }, 1000),
    ...(hearing.length > 0
      ? [
          field(
            { id: channelsId, label: 'Channels', optional: true },
            {
              type: 'multi_static_select',
              action_id: channelsId,
              options: hearing.map(({ channel }) =>
                choiceOption(`#${names.get(channel) ?? channel}`, channel),
              ),
            },
          ),
        ]
      : []),
    ...(people > 0
      ? [
          field(
            { id: peopleId, label: 'People', optional: true },
            {
              type: 'checkboxes',
              action_id: peopleId,
              options: [choiceOption(`${peopleWords(people)} to hear such in person`, 'yes')],
            },
          ),
        ]
      : []),
    // What is so now is told now; a promotion can wait.
    ...(kind === 'promotion'
      ? [
          field(
            { id: at, label: 'When', hint: 'At once, unless you choose', optional: true },
            { type: 'datetimepicker', action_id: at },
          ),
        ]
      : []),
  ];
}
