import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlanComment } from '@offerdesk/backstage-plugin-offers-common';
import { aPlan, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';
import { exchangesOf, waitsForAnswer } from './conversation';

const QUESTION = '2b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';

const comment = (over: Partial<PlanComment> = {}): PlanComment => ({
  id: QUESTION,
  planId: PLAN_ID,
  author: 'user:default/mia',
  text: 'Who pays for the backups?',
  surface: 'slack',
  at: '2026-11-23T09:00:00.000Z',
  ...over,
});

const open = (answers: Answers) =>
  openOffers(`/offers/plans/${PLAN_ID}`, { getPlan: aPlan(), ...answers });

const panel = async () =>
  within(await screen.findByRole('region', { name: 'Questions and answers' }));

describe('what is said about a plan', () => {
  it('shows a question from Slack where it waits, and answers it once however often it is sent', async () => {
    let items = [comment()];
    const { calls } = open({
      listPlanComments: () => ({ items }),
      commentOnPlan: ({ body }) => {
        const said = comment({
          id: '3b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3',
          author: 'user:default/carla',
          surface: 'portal',
          text: body.text,
          ...(body.answers ? { answers: body.answers } : {}),
        });
        items = [...items, said];
        return said;
      },
    });
    const talk = await panel();
    expect(await talk.findByText('Who pays for the backups?')).toBeInTheDocument();
    expect(talk.getByText('in Slack')).toBeInTheDocument();
    expect(talk.getByText('Waits for an answer')).toBeInTheDocument();
    await userEvent.click(talk.getByRole('button', { name: /Answer what mia said/ }));
    const field = talk.getByRole('textbox', { name: /Your answer/ });
    await waitFor(() => expect(field).toHaveFocus());
    await userEvent.type(field, 'The platform team.');
    await userEvent.dblClick(talk.getByRole('button', { name: 'Send' }));
    const answers = within(await talk.findByRole('list', { name: 'Answers to mia' }));
    expect(answers.getByText('The platform team.')).toBeInTheDocument();
    expect(talk.queryByText('Waits for an answer')).toBeNull();
    const sent = callsOf(calls, 'commentOnPlan');
    expect(sent[0]?.body).toEqual({ text: 'The platform team.', answers: QUESTION });
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(talk.getByRole('textbox', { name: /Your question or remark/ })).toHaveValue('');
  });

  it('keeps what was written when it did not arrive, and sends it again under the same key', async () => {
    let isLost = true;
    const { calls } = open({
      listPlanComments: { items: [] },
      commentOnPlan: ({ body }) => {
        if (isLost) throw new TypeError('Failed to fetch');
        return comment({ text: body.text });
      },
    });
    const talk = await panel();
    expect(await talk.findByText('Nobody has asked anything yet.')).toBeInTheDocument();
    const field = talk.getByRole('textbox', { name: /Your question or remark/ });
    await userEvent.type(field, 'When?{Control>}{Enter}{/Control}');
    expect(await talk.findByText(/could not be reached/)).toBeInTheDocument();
    expect(field).toHaveValue('When?');
    isLost = false;
    await userEvent.click(talk.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(field).toHaveValue(''));
    const [lost, again] = callsOf(calls, 'commentOnPlan');
    expect(again?.idempotencyKey).toBe(lost?.idempotencyKey);
  });
});

describe('a conversation', () => {
  it('has each answer under its question, also the answer to an answer', () => {
    const answer = comment({ id: 'b', answers: QUESTION, author: 'user:default/carla' });
    const again = comment({ id: 'c', answers: 'b' });
    const other = comment({ id: 'd' });
    const found = exchangesOf([comment(), answer, other, again]);
    expect(found.map(({ said, answers }) => [said.id, answers.map(({ id }) => id)])).toEqual([
      [QUESTION, ['b', 'c']],
      ['d', []],
    ]);
    expect(found.map(each => waitsForAnswer(each, 'user:default/carla'))).toEqual([false, true]);
  });

  it('keeps an answer whose question is too long ago to be shown', () => {
    const answer = comment({ id: 'b', answers: QUESTION });
    expect(exchangesOf([answer])).toEqual([{ said: answer, answers: [] }]);
  });
});
