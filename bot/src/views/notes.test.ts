import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { aCard, anAnnouncement, mia, OFFER_ID } from '../__testUtils__/builders';
import { allTexts, buttonsIn } from '../__testUtils__/reading';
import { faultsOf } from '../__testUtils__/slackLimits';
import { approvalCard } from './approvalCard';
import { digest } from './digest';
import { outcomeNotice } from './notes';

type Outcome = Extract<DeliveryBody, { kind: 'outcome-notice' }>;

const AT = '2026-12-11T09:00:00.000Z';

function outcome(planState: Outcome['planState'], offerId?: string) {
  const note = { decider: mia, verdict: 'approve' as const, at: AT, surface: 'portal' as const };
  const drawn = outcomeNotice({
    kind: 'outcome-notice',
    note,
    planTitle: 'PostgreSQL for production',
    planState,
    url: 'https://portal.example.com/offers/plans/1',
    ...(offerId ? { offerId } : {}),
  });
  expect(faultsOf(drawn)).toEqual([]);
  return { words: allTexts(drawn), buttons: buttonsIn(drawn.blocks) };
}

describe('What the requester hears', () => {
  it.each([
    ['approved', 'publish', 'Publish'],
    ['changes-requested', 'plan', 'Show the plan'],
    ['draft', 'plan', 'Show the plan'],
    ['rejected', 'plan', 'Start another plan'],
  ] as const)('says what is next of a plan that is %s, with its button', (state, command, text) => {
    const { words, buttons } = outcome(state, OFFER_ID);
    expect(words).toContain('Next: ');
    expect(buttons[0]?.text.text).toContain(text);
    expect(JSON.parse(buttons[0]?.value ?? '')).toEqual({ c: command, n: OFFER_ID });
  });

  it('leaves a plan without offers to the portal, and asks nothing of what is done', () => {
    expect(outcome('approved').buttons.map(({ text }) => text.text)).toEqual(['Open the plan']);
    expect(outcome('released', OFFER_ID).words).not.toContain('Next: ');
  });
});

it('says first who decided, once it is decided, and once when a clash is at one instant', () => {
  const clash = { kind: 'freeze' as const, about: ['Winter'], from: AT, until: AT };
  const decisions = [{ decider: mia, verdict: 'reject' as const, at: AT, voided: false }];
  const orderIn = (state: 'submitted' | 'rejected') => {
    const words = allTexts(approvalCard(aCard({ state, decisions, clashes: [clash] })));
    expect(words).toMatch(/Winter \([^–]*\)/);
    return words.indexOf('*Decisions*') < words.indexOf('*Asked by*');
  };
  expect([orderIn('submitted'), orderIn('rejected')]).toEqual([false, true]);
});

it('says in a digest that what was to end goes on', () => {
  const goesOn = { ...anAnnouncement(), kind: 'ending' as const };
  delete goesOn.until;
  const drawn = digest({
    kind: 'digest',
    mode: 'daily',
    announcements: [goesOn],
    more: 0,
    url: 'https://portal.example.com/offers',
  });
  expect(allTexts(drawn)).toContain('It goes on');
  expect(allTexts(drawn)).not.toContain('Until');
});
