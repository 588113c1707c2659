import { scenarioRules } from '@offerdesk/backstage-plugin-offers-common';
import { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { actionIds, wizardIds } from './actionIds';
import { section } from './blocks';
import { cut, plain } from './text';
import { DemandMessage, PlanStart } from './values';

/** What a wizard is called; Slack takes 24 characters. */
export const wizardTitles = {
  demand: 'Raise a demand',
  plan: 'Start a plan',
  handOver: 'Hand approvals over',
} as const;

/** A wizard. */
export type Wizard = keyof typeof wizardTitles;

/** The longest text that a field of a form takes, in characters. */
export const MOST_TYPED = 3000;

/**
 * The form of a wish: what is asked for, in which words, and about which offer.
 *
 * @param message - where the message stands that it is raised from
 * @param text - what that message says
 */
export function demandModal(message?: DemandMessage, text?: string): ModalView {
  const words = text?.trim() ? cut(text.trim(), MOST_TYPED) : undefined;
  return modal('demand', 'Raise', message, [
    select('kind', 'What is it?', [
      ['new', 'A new offer'],
      ['change', 'A change of an offer'],
      ['bundle', 'A bundle of offers'],
      ['termination', 'The end of an offer'],
    ]),
    typed('title', 'In one line', { most: 120 }),
    typed('description', 'Why, and for whom?', { initial: words, isLong: true, isOptional: true }),
    offer(actionIds.wizardSeen, 'Which offer is it about?', true),
  ]);
}

/**
 * The form of a plan: which offer, what it does, and when it is released.
 *
 * @param start - the offer that it is opened for, and what is done with it most likely; both can be changed
 */
export function planModal(start?: PlanStart): ModalView {
  const scenarios = (['new', 'change', 'bundle'] as const).map(
    scenario => [scenario, scenarioRules[scenario].title] as const,
  );
  const chosen = start && offerChoices([{ id: start.o, title: start.t }])[0];
  return modal('plan', 'Start', start, [
    offer(actionIds.wizardManaged, 'Which offer?', false, chosen),
    select('scenario', 'What does it do?', scenarios, start?.s),
    input('date', 'Release date', { type: 'datepicker', action_id: 'date' }),
    input('time', 'Time, where you are', {
      type: 'timepicker',
      action_id: 'time',
      initial_time: '09:00',
    }),
  ]);
}

/** The form with which an approver lets somebody decide for them. */
export function handOverModal(): ModalView {
  return modal('handOver', 'Hand over', undefined, [
    input('person', 'To whom?', { type: 'users_select', action_id: 'person' }),
    input('from', 'From', { type: 'datetimepicker', action_id: 'from' }),
    input('until', 'Until', { type: 'datetimepicker', action_id: 'until' }),
    typed('reason', 'Why?', { most: 500 }),
  ]);
}

function modal(
  wizard: Wizard,
  submit: string,
  carried: DemandMessage | PlanStart | undefined,
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: wizardIds[wizard],
    ...(carried ? { private_metadata: JSON.stringify(carried) } : {}),
    title: plain(wizardTitles[wizard], 24),
    submit: plain(submit, 24),
    close: plain('Cancel', 24),
    blocks,
  };
}

const PROBLEM = 'problem';

/** A form that is to be mended: as it was, with what is wrong now at its top. */
export function mended(view: ModalView, problem: string): ModalView {
  return {
    ...view,
    blocks: [
      { ...section(`⚠️ ${cut(problem, 2900)}`), block_id: PROBLEM },
      ...view.blocks.filter(({ block_id: block }) => block !== PROBLEM),
    ],
  };
}

function input(
  id: string,
  label: string,
  element: InputBlock['element'],
  isOptional = false,
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: isOptional,
    label: plain(label, 2000),
    element,
  };
}

function typed(
  id: string,
  label: string,
  {
    most = MOST_TYPED,
    initial,
    isLong = false,
    isOptional = false,
  }: { most?: number; initial?: string | undefined; isLong?: boolean; isOptional?: boolean },
): InputBlock {
  const element: InputBlock['element'] = {
    type: 'plain_text_input',
    action_id: id,
    multiline: isLong,
    max_length: most,
    ...(initial ? { initial_value: initial } : {}),
  };
  return input(id, label, element, isOptional);
}

function select(
  id: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  initial?: string,
): InputBlock {
  const options = choices.map(([value, text]): PlainTextOption => ({
    text: plain(text, 75),
    value,
  }));
  const chosen = options.find(({ value }) => value === initial);
  return input(id, label, {
    type: 'static_select',
    action_id: id,
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  });
}

function offer(
  action: string,
  label: string,
  isOptional: boolean,
  initial?: PlainTextOption,
): InputBlock {
  const element: InputBlock['element'] = {
    type: 'external_select',
    action_id: action,
    min_query_length: 1,
    placeholder: plain('Type a name, or words of its title', 150),
    ...(initial ? { initial_option: initial } : {}),
  };
  return input('offer', label, element, isOptional);
}

/** Offers as a menu of a form offers them; more than a hundred Slack refuses. */
export function offerChoices(offers: readonly { id: string; title: string }[]): PlainTextOption[] {
  return offers.slice(0, 100).map(({ id, title }) => ({ text: plain(title, 75), value: id }));
}
