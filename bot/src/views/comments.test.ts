import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { aCard, carla, PLAN_ID } from '../__testUtils__/builders';
import { hostileTexts } from '../__testUtils__/hostileTexts';
import { allTexts, buttonsIn, textsIn } from '../__testUtils__/reading';
import { slackMessageSchema, slackModalSchema } from '../__testUtils__/slackSchema';
import { actionIds } from './actionIds';
import { withKey } from './blocks';
import { comment, commentModal } from './comments';

type Comment = Extract<DeliveryBody, { kind: 'plan-comment' }>;

const said = (changes: Partial<Comment> = {}): Comment => ({
  kind: 'plan-comment',
  as: 'question',
  planId: PLAN_ID,
  planTitle: aCard().title,
  commentId: 'c1',
  author: carla,
  text: 'Why now?',
  at: '2026-11-23T17:00:00.000Z',
  url: aCard().url,
  ...changes,
});

const ids = (body: Comment) => buttonsIn(comment(body).blocks).map(({ action_id: id }) => id);

describe('What is said about a plan', () => {
  it('can be answered by whom it asks, opened by who asked, and read by the others', () => {
    expect(ids(said())).toEqual([actionIds.answer, actionIds.open]);
    expect(ids(said({ as: 'answer' }))).toEqual([actionIds.open]);
    expect(ids(said({ as: 'remark' }))).toEqual([]);
    expect(JSON.parse(buttonsIn(comment(said()).blocks)[0]?.value ?? '')).toEqual({
      p: PLAN_ID,
      c: 'c1',
    });
  });

  it('names the question that it answers', () => {
    const body = said({ as: 'answer', question: { author: carla, text: 'When?' } });
    expect(allTexts(comment(body))).toContain('_Carla Mendes had asked:_ When?');
  });

  it.each(hostileTexts(2))('fits Slack, mentions nobody and links nowhere (%#)', text => {
    const author = { ref: 'user:default/eve', name: text };
    for (const as of ['question', 'answer', 'remark'] as const) {
      const body = said({ as, author, text, planTitle: text, question: { author, text } });
      const drawn = withKey(comment(body), text, 'Offerdesk');
      expect(slackMessageSchema.safeParse(drawn).error).toBeUndefined();
      for (const shown of textsIn(drawn)) {
        expect(shown.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/g, '')).not.toMatch(/[<>\u202e\u2066]/);
      }
    }
    const typed = text
      .trim()
      .slice(0, 3000)
      .replace(/\p{Surrogate}/gu, '');
    const modal = commentModal({ p: PLAN_ID, c: 'c1' }, 'No', typed);
    expect(slackModalSchema.safeParse(modal).error).toBeUndefined();
  });
});
