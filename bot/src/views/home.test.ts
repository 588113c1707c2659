import { OfferCard, PlanSummary, WaitingPlan } from '@offerdesk/backstage-plugin-offers-common';
import { aPlan, HASH, PLAN_ID } from '../__testUtils__/builders';
import { hostileTexts } from '../__testUtils__/hostileTexts';
import { buttonsIn, textsIn } from '../__testUtils__/reading';
import { slackHomeSchema, slackModalSchema } from '../__testUtils__/slackSchema';
import { actionIds } from './actionIds';
import { batchDone, batchModal, MOST_IN_BATCH } from './batch';
import { home, HomeParts, homeProblem } from './home';
import { demandModal, handOverModal, mended, offerChoices, planModal } from './wizards';

const AT = '2026-12-01T08:00:00.000Z';

const waiting = (changes: Partial<WaitingPlan> = {}): WaitingPlan => ({
  id: PLAN_ID,
  title: 'PostgreSQL for production',
  scenario: 'new',
  contentHash: HASH,
  requestedBy: 'user:default/carla',
  releaseAt: AT,
  step: 'Approval',
  given: 0,
  required: 1,
  decideIn: 'anywhere',
  lowRisk: false,
  url: aPlan().url,
  ...changes,
});

const offer = (text: string): OfferCard => ({
  id: 'o',
  name: 'postgres',
  title: text,
  summary: text,
  interaction: 'provision',
  tags: [],
  priceLists: [],
  state: 'available',
  since: AT,
  orderable: true,
});

const mine = (title: string): PlanSummary => {
  const { id, scenario, state, stage, releaseAt, releaseZone, createdBy } = aPlan();
  const { offers, ends, approval, revision, updatedAt } = aPlan();
  const head = { id, scenario, state, stage, releaseAt, releaseZone, createdBy, offers, ends };
  return { ...head, title, approval, revision, updatedAt };
};

const parts = (changes: Partial<HomeParts> = {}): HomeParts => ({
  waiting: { items: [waiting()], total: 1 },
  mine: [],
  news: [],
  isLater: false,
  names: new Map(),
  ...changes,
});

const idsOn = (view: ReturnType<typeof home>) =>
  buttonsIn(view.blocks).map(({ action_id: id }) => id);

describe('The App Home', () => {
  it('shows what waits with the buttons of a card, and what is theirs and new', () => {
    const view = home(parts({ mine: [mine('My plan')], news: [offer('Something new')] }));
    expect(idsOn(view)).toEqual(
      expect.arrayContaining([actionIds.approve, actionIds.reject, actionIds.requestChanges]),
    );
    expect(textsIn(view).join('\n')).toMatch(
      /Waiting for you \(1\)[\s\S]*My plan[\s\S]*Something new/,
    );
  });

  it('calls who asks by their name, and says what leads on from a plan of theirs', () => {
    const items = [waiting({ requestedByName: 'Carla Mendes' })];
    const approved = { ...mine('My plan'), state: 'approved' as const };
    const words = textsIn(home(parts({ waiting: { items, total: 1 }, mine: [approved] }))).join();
    expect(words).toContain('Asked by Carla Mendes');
    expect(words).toMatch(/My plan.*\/offer publish [a-z]/);
  });

  it('has no decision buttons for what is decided in the portal', () => {
    const items = [waiting({ decideIn: 'portal' })];
    const ids = idsOn(home(parts({ waiting: { items, total: 1 } })));
    expect(ids).not.toContain(actionIds.approve);
  });

  it('leaves out what is not for the person, who may approve without a role', () => {
    const none = { items: [], total: 0 };
    const engineer = home(parts({ waiting: none, can: [] }));
    expect(idsOn(engineer)).toEqual([actionIds.raiseDemand, actionIds.refreshHome]);
    expect(textsIn(engineer).join()).not.toContain('Your plans');
    const consumer = home(parts({ waiting: none, can: [], approver: false }));
    expect(textsIn(consumer)[0]).toContain('New for you');
    const approver = idsOn(home(parts({ can: [] })));
    expect(approver).toContain(actionIds.handOver);
    expect(approver).not.toContain(actionIds.startPlan);
    const planner = home(parts({ waiting: none, can: ['readAll', 'managePlan'] }));
    expect(idsOn(planner)).toEqual(
      expect.arrayContaining([actionIds.startPlan, actionIds.handOver]),
    );
    expect(textsIn(planner).join()).toContain('Your plans');
  });

  it('offers to approve several at once where several are low-risk', () => {
    const low = waiting({ lowRisk: true });
    const idsOf = (items: WaitingPlan[]) => idsOn(home(parts({ waiting: { items, total: 2 } })));
    expect(idsOf([low, low])).toContain(actionIds.batch);
    expect(idsOf([low, waiting()])).not.toContain(actionIds.batch);
  });

  it('keeps the limits with 1,000 plans waiting, turns the page, and says where the rest is', () => {
    const items = Array.from({ length: 1000 }, () =>
      waiting({ title: '&'.repeat(120), lowRisk: true, expiresAt: AT, onBehalfOf: 'user:x/y' }),
    );
    const view = home(
      parts({
        waiting: { items, total: 1000, nextCursor: 'c'.repeat(300) },
        mine: Array.from({ length: 100 }, () => mine('<'.repeat(120))),
        news: Array.from({ length: 100 }, () => offer('👨‍👩‍👧‍👦'.repeat(200))),
        isLater: true,
        notice: 'n'.repeat(5000),
      }),
    );
    expect(slackHomeSchema.safeParse(view).error).toBeUndefined();
    expect(idsOn(view)).toEqual(
      expect.arrayContaining([actionIds.homePage, actionIds.refreshHome]),
    );
    expect(textsIn(view).join('\n')).toContain('of 1000 are shown: the portal shows all of them');
  });

  it.each(hostileTexts(3))('fits Slack, mentions nobody and links nowhere (%#)', text => {
    const plan = waiting({ title: text, requestedBy: text, step: text, onBehalfOf: text });
    const views = [
      home(
        parts({ waiting: { items: [plan], total: 1 }, mine: [mine(text)], news: [offer(text)] }),
      ),
      homeProblem('No'),
    ];
    for (const view of views) expect(slackHomeSchema.safeParse(view).error).toBeUndefined();
    const typed = text.replace(/\p{Surrogate}/gu, '');
    const modals = [
      batchModal([plan, plan]),
      batchDone([{ title: text, words: text, ok: false }]),
      demandModal({ c: 'C1', t: '1.1' }, typed),
      mended(planModal(), 'No'),
      handOverModal(),
    ];
    for (const view of modals) expect(slackModalSchema.safeParse(view).error).toBeUndefined();
    const told = [...views, ...modals.slice(0, 2), offerChoices([{ id: 'o', title: text }])];
    for (const shown of textsIn(told)) {
      expect(shown.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/g, '')).not.toMatch(/[<>\u202e\u2066]/);
    }
  });
});

describe('The form for several plans', () => {
  it('takes as many as it can carry, each with its own content', () => {
    const plans = Array.from({ length: 100 }, () => waiting({ title: 't'.repeat(120) }));
    const view = batchModal(plans);
    expect(slackModalSchema.safeParse(view).error).toBeUndefined();
    expect(JSON.parse(view.private_metadata ?? '')).toHaveLength(MOST_IN_BATCH);
    expect(textsIn(view).join('\n')).toContain('80 more: see the portal');
  });

  it('says so where there is nothing to approve together', () => {
    expect(textsIn(batchModal([])).join('\n')).toContain('No plans wait for you');
  });
});
