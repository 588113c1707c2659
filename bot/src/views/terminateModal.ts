import { ActPreview } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock, ModalView } from '@slack/types';
import { actionIds } from './actionIds';
import { effectBlocks } from './actPreview';
import { actions, button, Drawn, header, section } from './blocks';
import { choiceOption, field, form, textField } from './form';
import { offerSelect } from './offerMenu';
import { cut, escape, inline } from './text';
import { FormMetadata } from './values';

/** The form that plans the end of an offer. */
export const terminateView = {
  callbackId: 'offers-terminate',
  replacement: 'replacement',
  none: 'none',
  ends: 'ends',
  endsTime: 'endsTime',
  notice: 'notice',
  subscriptions: 'subscriptions',
  moves: 'moves',
  release: 'release',
  reason: 'reason',
} as const;

const id = terminateView;

/** What is said before the form: what it leads to. */
export function terminateStart(offer: { id: string; name: string; title: string }): Drawn {
  const title = `End: ${offer.title}`;
  const value: FormMetadata = { o: offer.id, t: cut(offer.title, 150) };
  return {
    text: escape(cut(title, 500)),
    blocks: [
      header(title),
      section(
        `\`${offer.name}\` ends by a plan that is approved like any other: you say when, what replaces it and what becomes of subscriptions, see what that does, and get the plan to submit.`,
      ),
      actions(
        button({
          action: actionIds.terminate,
          text: 'Plan its end…',
          style: 'danger',
          value: JSON.stringify(value),
        }),
        button({ action: actionIds.cancelAct, text: 'Cancel' }),
      ),
    ],
  };
}

/** What the form shows besides its fields. */
export interface TerminateState {
  metadata: FormMetadata;
  preview?: ActPreview;
  problem?: string;
}

/** The form; once it was sent, with what the end does, and a second sending makes the plan. */
export function terminateModal({ metadata, preview, problem }: TerminateState): ModalView {
  return form({
    callbackId: id.callbackId,
    metadata,
    title: 'End an offer',
    submit: preview?.possible ? 'Make the plan' : 'Show what it does',
    problem:
      problem ?? (preview?.possible === false ? inline(preview.refusal ?? '', 1000) : undefined),
    preview: preview?.possible
      ? [section(`*${inline(preview.title)}*: what this end does`), ...effectBlocks(preview)]
      : called(metadata),
    fields: fields(),
  });
}

function called({ t: title }: FormMetadata): KnownBlock[] {
  return title ? [section(`*${inline(title)}* ends by the plan that this form makes.`)] : [];
}

function fields(): KnownBlock[] {
  return [
    textField({ id: id.reason, label: 'Why does it end?' }, 1000),
    field(
      { id: id.replacement, label: 'What replaces it', optional: true },
      offerSelect(actionIds.replacement, 'Find an offer by its name'),
    ),
    textField(
      {
        id: id.none,
        label: 'Why nothing replaces it',
        hint: 'Only where nothing does.',
        optional: true,
      },
      500,
    ),
    field(
      { id: id.ends, label: 'From when is it not offered any more?' },
      { type: 'datepicker', action_id: id.ends },
    ),
    field(
      { id: id.endsTime, label: 'Time, where you are' },
      { type: 'timepicker', action_id: id.endsTime, initial_time: '00:00' },
    ),
    field(
      {
        id: id.notice,
        label: 'From when are consumers told?',
        hint: 'Unless you choose: as long before the end as its terms promise.',
        optional: true,
      },
      { type: 'datepicker', action_id: id.notice },
    ),
    field(
      { id: id.subscriptions, label: 'What becomes of subscriptions' },
      {
        type: 'static_select',
        action_id: id.subscriptions,
        options: [
          choiceOption('They end with it', 'end'),
          choiceOption('They move to the replacement at once', 'now'),
          choiceOption('They move on a date', 'on-date'),
          choiceOption('They move when the consumer chooses', 'consumer-chooses'),
        ],
        initial_option: choiceOption('They end with it', 'end'),
      },
    ),
    field(
      {
        id: id.moves,
        label: 'When they move',
        hint: 'Only where they move on a date.',
        optional: true,
      },
      { type: 'datepicker', action_id: id.moves },
    ),
    field(
      {
        id: id.release,
        label: 'Release date of the plan',
        hint: 'Until then it has to be approved.',
      },
      { type: 'datepicker', action_id: id.release },
    ),
  ];
}
