import { aCard, anImpact, mia } from '../__testUtils__/builders';
import { allTexts, buttonsIn } from '../__testUtils__/reading';
import { actionIds } from './actionIds';
import { approvalCard } from './approvalCard';
import { weight, withKey } from './blocks';

const decided = {
  decider: mia,
  verdict: 'reject' as const,
  reason: 'Too cheap',
  at: '2026-11-23T17:00:00.000Z',
  voided: false,
};

describe('The approval card', () => {
  const texts = (card = aCard()) => allTexts(approvalCard(card));

  it('says what is asked, by whom, for when, and how many approvals are given', () => {
    const all = texts();
    expect(all).toContain('PostgreSQL for production');
    expect(all).toContain('New offer');
    expect(all).toContain('Carla Mendes');
    expect(all).toContain('<!date^1796112000^');
    expect(all).toContain('1 Dec 2026, 09:00 CET (Europe/Amsterdam)');
    expect(all).toContain('0 of 1 given');
  });

  it('shows each change from what it was to what it will be', () => {
    expect(texts()).toContain('Terms: lead time 5 days → lead time 2 days, Availability 99.95 %');
    expect(texts()).toContain('Price: 120.00 EUR a month');
  });

  it('shows who will see it and who may order it, with how many they are', () => {
    expect(texts()).toContain('Will see it: *engineers* (42 people)');
    expect(texts()).toContain('May order it: *payments-team* (6 people)');
  });

  it('warns of a margin under the floor', () => {
    const [margin] = anImpact().margins;
    if (!margin) throw new Error('no margin');
    const under = { ...margin, marginPercent: '12.0', verdict: 'under-floor' as const };
    expect(texts(aCard({ impact: [anImpact({ margins: [under] })] }))).toMatch(
      /⚠️ Price and margin: .*under the floor/,
    );
    expect(texts()).not.toContain('⚠️');
  });

  it('shows the steps where there are several, until when, and who decided for whom', () => {
    const step = {
      id: 'release',
      title: 'Release managers',
      given: 1,
      needed: 1,
      state: 'met' as const,
      approvers: [],
      fallback: [],
      decideIn: 'anywhere' as const,
      lowRisk: false,
    };
    const finance = { ...step, id: 'finance', title: 'Finance', given: 0, needed: 2 };
    const card = aCard({
      approval: {
        given: 1,
        required: 3,
        outcome: 'open',
        steps: [step, { ...finance, state: 'open' }],
        expiresAt: '2026-12-01T08:00:00.000Z',
      },
      decisions: [{ ...decided, onBehalfOf: { ref: 'user:default/ravi', name: 'Ravi' } }],
    });
    expect(texts(card)).toContain('✅ Release managers: 1 of 1\n⏳ Finance: 0 of 2');
    expect(texts(card)).toContain('*Decide before*\n<!date^1796112000^');
    expect(texts(card)).toMatch(/\*.+\* for \*Ravi\* rejected/);
  });

  it('has no decision buttons where the step that waits is decided in the portal', () => {
    const step = {
      id: 'finance',
      title: 'Finance',
      given: 0,
      needed: 1,
      state: 'open' as const,
      approvers: [],
      fallback: [],
      decideIn: 'portal' as const,
      lowRisk: false,
    };
    const card = aCard({ approval: { given: 0, required: 1, outcome: 'open', steps: [step] } });
    expect(buttonsIn(approvalCard(card).blocks).map(({ action_id: id }) => id)).toEqual([
      actionIds.open,
    ]);
  });

  it('lists what is missing', () => {
    expect(texts(aCard({ missing: ['Runbook'] }))).toContain('• Runbook');
  });

  it('asks before an approval counts, and carries ids and the content hash only', () => {
    const buttons = buttonsIn(approvalCard(aCard()).blocks);
    expect(buttons.map(({ action_id: id }) => id)).toEqual([
      actionIds.approve,
      actionIds.reject,
      actionIds.requestChanges,
      actionIds.open,
    ]);
    expect(buttons[0]?.confirm).toBeDefined();
    expect(JSON.parse(buttons[0]?.value ?? '')).toEqual({
      p: aCard().planId,
      h: aCard().contentHash,
    });
  });

  it.each([
    'draft',
    'changes-requested',
    'approved',
    'implementing',
    'ready',
    'released',
    'rejected',
    'cancelled',
  ] as const)('has no decision button while the plan is %s', state => {
    const ids = buttonsIn(approvalCard(aCard({ state })).blocks).map(({ action_id: id }) => id);
    expect(ids).toEqual([actionIds.open]);
  });

  it('shows who decided, when and why, and which decisions count no more', () => {
    const all = texts(
      aCard({ state: 'rejected', decisions: [decided, { ...decided, voided: true }] }),
    );
    expect(all).toContain('⛔ *Mia Okafor* rejected <!date^');
    expect(all).toContain('“Too cheap”');
    expect(all).toContain('counts no more');
  });

  it('stays within the limits of Slack with 50 offers of 100 changes, and says where the rest is', () => {
    const change = {
      field: 'f',
      label: 'Label '.repeat(20),
      before: '&'.repeat(500),
      after: '😀'.repeat(500),
      material: true,
    };
    const impact = anImpact({
      title: '<'.repeat(120),
      changes: Array.from({ length: 100 }, () => change),
      audienceGained: Array.from({ length: 200 }, (_, index) => ({
        principal: `group:default/${'g'.repeat(60)}${index}`,
      })),
    });
    const card = approvalCard(
      aCard({
        title: '&'.repeat(120),
        note: '>'.repeat(2000),
        missing: Array.from({ length: 100 }, () => 'm'.repeat(300)),
        decisions: Array.from({ length: 40 }, () => ({ ...decided, reason: 'r'.repeat(2000) })),
        impact: Array.from({ length: 50 }, () => impact),
      }),
    );
    const { blocks } = withKey(card, 'k'.repeat(400), 'Offerdesk');
    expect(weight(blocks).blocks).toBeLessThanOrEqual(50);
    expect(weight(blocks).text).toBeLessThanOrEqual(13_000);
    expect(allTexts(card)).toMatch(/and \d+ more offers: see the portal/);
    expect(buttonsIn(blocks)).toHaveLength(4);
    const ids = blocks.map(block => block.block_id ?? '');
    const sections = blocks.flatMap(block =>
      block.type === 'section' ? [block.text?.text ?? ''] : [],
    );
    const headers = blocks.flatMap(block => (block.type === 'header' ? [block.text.text] : []));
    expect(Math.max(...ids.map(id => id.length))).toBeLessThanOrEqual(255);
    expect(Math.max(...sections.map(text => text.length))).toBeLessThanOrEqual(3000);
    expect(Math.max(...headers.map(text => text.length))).toBeLessThanOrEqual(150);
  });
});
