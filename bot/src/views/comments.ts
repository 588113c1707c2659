import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { ModalView } from '@slack/types';
import { actionIds, commentView } from './actionIds';
import { actions, button, Drawn, quote, section } from './blocks';
import { cut, escape, inline, plain, readersDate } from './text';
import { CommentValue } from './values';

type Comment = Extract<DeliveryBody, { kind: 'plan-comment' }>;

/** What was said about a plan: a question to whoever reads it, the answer to theirs, or a remark in a thread. */
export function comment(said: Comment): Drawn {
  const { as, planTitle, planId, commentId, author, text, question, url } = said;
  const value: CommentValue = { p: planId, c: commentId };
  return {
    text: escape(cut(`💬 ${author.name} ${didWords(said)} “${cut(planTitle, 200)}”.`, 500)),
    blocks: [
      section(
        `💬 *${inline(author.name)}* ${didWords(said)} *${inline(planTitle)}* · ${readersDate(said.at)}`,
      ),
      ...(question
        ? [section(`_${inline(question.author.name)} had asked:_ ${inline(question.text, 500)}`)]
        : []),
      quote(text),
      ...(as === 'remark'
        ? []
        : [
            actions(
              ...(as === 'question'
                ? [
                    button({
                      action: actionIds.answer,
                      text: 'Answer…',
                      style: 'primary' as const,
                      value: JSON.stringify(value),
                    }),
                  ]
                : []),
              button({ action: actionIds.open, text: 'Open the plan', url }),
            ),
          ]),
    ],
  };
}

function didWords({ as, question }: Comment): string {
  if (as === 'question') return 'asks you about your plan';
  if (as === 'answer') return 'answers your question about';
  return question ? 'answers about' : 'says about';
}

const words = {
  ask: {
    title: 'Ask about the plan',
    label: 'What do you want to know?',
    hint: 'Whoever asked for the release is asked in person. Everyone who decides reads question and answer.',
    submit: 'Ask',
  },
  answer: {
    title: 'Answer',
    label: 'Your answer',
    hint: 'Whoever asked hears it, and it stands under every card of the plan.',
    submit: 'Answer',
  },
} as const;

/** The longest question that a form takes, in characters. */
const MOST = 3000;

/**
 * The form for a question, or for an answer.
 *
 * @param problem - why an earlier try did not go through, in mrkdwn
 * @param typed - what the person had typed by then
 */
export function commentModal(value: CommentValue, problem?: string, typed?: string): ModalView {
  const { title, label, hint, submit } = words[value.c ? 'answer' : 'ask'];
  return {
    type: 'modal',
    callback_id: commentView.callbackId,
    private_metadata: JSON.stringify(value),
    title: plain(title, 24),
    submit: plain(submit, 24),
    close: plain('Cancel', 24),
    blocks: [
      ...(problem ? [section(`⚠️ ${cut(problem, 2900)}`)] : []),
      {
        type: 'input',
        block_id: commentView.blockId,
        label: plain(label, 2000),
        hint: plain(hint, 2000),
        element: {
          type: 'plain_text_input',
          action_id: commentView.actionId,
          multiline: true,
          max_length: MOST,
          ...(typed ? { initial_value: typed } : {}),
        },
      },
    ],
  };
}

/** What the form is called. */
export function commentTitle({ c }: CommentValue): string {
  return words[c ? 'answer' : 'ask'].title;
}
