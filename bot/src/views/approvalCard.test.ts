import { aCard, anImpact, carla, mia } from '../__testUtils__/builders';
import { cardSaying } from '../__testUtils__/hostileCard';
import { hostileTexts } from '../__testUtils__/hostileTexts';
import { allTexts, buttonsIn } from '../__testUtils__/reading';
import { slackMessageSchema } from '../__testUtils__/slackSchema';
import { actionIds } from './actionIds';
import { approvalCard, withdrawnCard } from './approvalCard';
import { withKey } from './blocks';

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
    const shown = buttonsIn(approvalCard(card).blocks);
    expect(shown.map(({ action_id: id }) => id)).toEqual([actionIds.ask, actionIds.open]);
    expect(shown[1]?.text.text).toBe('Decide in the portal');
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
      actionIds.ask,
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

  it('shows what is missing without stopping, what was waived by whom until when, and what clashes', () => {
    const all = texts(
      aCard({
        cautions: ['Training'],
        waived: [
          { title: 'Cost', by: mia, reason: 'Known in May', until: '2026-12-01T08:00:00.000Z' },
        ],
        clashes: [
          {
            kind: 'freeze',
            about: ['Year end'],
            from: '2026-12-01T08:00:00.000Z',
            until: '2026-12-02T08:00:00.000Z',
          },
        ],
      }),
    );
    expect(all).toContain('*Worth a look*\n• Training');
    expect(all).toMatch(/Cost, by Mia Okafor until <!date\^1796112000.*“Known in May”/);
    expect(all).toContain('a time without releases: Year end');
  });

  it('shows price and margin before and after, who sees it no more, and what it is part of', () => {
    const [margin] = anImpact().margins;
    if (!margin) throw new Error('no margin');
    const all = texts(
      aCard({
        scenario: 'change',
        impact: [
          anImpact({
            kind: 'change',
            marginsBefore: [{ ...margin, price: '1200.00', marginPercent: '10.0' }],
            audienceLost: [{ principal: 'group:default/interns', people: 1 }],
            bundles: [{ id: 'b', title: 'Starter kit' }],
            subscriptions: 4,
          }),
        ],
      }),
    );
    expect(all).toContain(
      'Price and margin: 1200.00 EUR, margin 10.0 % → 1440.00 EUR in the first year',
    );
    expect(all).toContain('Will see it no more: *interns* (1 person)');
    expect(all).toContain('Is part of: Starter kit');
    expect(all).toContain('Living subscriptions: 4');
  });

  it('says of what ends what stops, for whom, and what it earned', () => {
    const impact = anImpact();
    const all = texts(
      aCard({
        scenario: 'terminate',
        impact: [
          {
            ...impact,
            kind: 'end',
            margins: [],
            marginsBefore: impact.margins,
            audienceGained: [],
            audienceLost: impact.audienceGained,
            mayOrder: [],
            until: '2027-03-01T00:00:00.000Z',
          },
        ],
      }),
    );
    expect(all).toContain('*PostgreSQL for production* ends');
    expect(all).toContain('Will see it no more: *engineers* (42 people)');
    expect(all).toContain('Price and margin until then: 1440.00 EUR');
    expect(all).not.toContain('May order it');
  });

  it('shows changes of categories and views', () => {
    const change = {
      field: 's',
      label: 'Category Databases',
      before: 'A',
      after: 'B',
      material: true,
    };
    expect(texts(aCard({ structure: [change], impact: [] }))).toContain(
      '*Structure and views*\n• Category Databases: A → B',
    );
  });

  it('calls each change of the structure once, by its title, and leaves out what is always so', () => {
    const line = (about: string, label: string, field: string, after: string, before?: string) => ({
      field: `${about} ${field}`,
      label: `${label}: ${field}`,
      ...(before === undefined ? {} : { before }),
      after,
      material: true,
    });
    const made = ['category-create sql', 'New category sql'] as const;
    const moved = ['offer-move 5f6c', 'Move of the offer Postgres: big'] as const;
    const renamed = ['category-change databases', 'Change of the category databases'] as const;
    const structure = [
      line(...made, 'title', 'SQL stores'),
      line(...made, 'place', 'Data > SQL stores'),
      line(...made, 'order', '0'),
      line(...made, 'offers in it', '0', '0'),
      line(...moved, 'catalogue', 'Partners', 'Main'),
      line(...renamed, 'title', 'Data', 'Databases'),
    ];
    expect(texts(aCard({ structure, impact: [] }))).toContain(
      [
        '*Structure and views*\n*New category SQL stores*\n• place: Data &gt; SQL stores',
        '*Move of the offer Postgres: big*\n• catalogue: Main → Partners',
        '*Change of the category Databases*\n• title: Databases → Data',
      ].join('\n'),
    );
  });

  it('has no buttons for a reader who cannot decide, and says why; and says for whom one does', () => {
    const refusal = 'Ada has decided on this for you.';
    const cannot = aCard({ reader: { canDecide: false, refusal } });
    expect(texts(cannot)).toContain(refusal);
    expect(buttonsIn(approvalCard(cannot).blocks)).toHaveLength(2);
    const stands = aCard({ reader: { canDecide: true, onBehalfOf: mia } });
    expect(texts(stands)).toContain('You decide for *Mia Okafor*');
    expect(buttonsIn(approvalCard(stands).blocks)).toHaveLength(5);
  });

  it.each([
    ['cancelled', 'cancel', '🚫 Cancelled: ', '🚫 *Carla Mendes* cancelled <!date^'],
    ['draft', 'expire', '⌛ Expired: ', 'nobody decided in time'],
    ['draft', 'withdraw', '↩️ Taken back: ', 'the plan is a draft again'],
    ['submitted', 'void-approvals', '⏳ Waiting for approval: ', 'earlier decisions count no more'],
  ] as const)(
    'says who did it, when and why, where it is %s by %s',
    (state, what, title, words) => {
      const at = '2026-11-23T17:00:00.000Z';
      const turn = { what, by: carla, at, surface: 'portal' as const, reason: 'Too dear now' };
      const card = aCard({ state, turn });
      expect(texts(card)).toContain(title);
      expect(texts(card)).toContain(words);
      expect(texts(card)).toContain('in the portal: “Too dear now”');
    },
  );

  it('tells nothing of the plan to whom it was taken from', () => {
    expect(JSON.stringify(withdrawnCard())).not.toContain('PostgreSQL');
    expect(buttonsIn(withdrawnCard().blocks)).toHaveLength(0);
  });

  it.each(hostileTexts(1))('fits Slack, whatever it has to say (%#)', text => {
    for (const changes of [{}, { reader: { canDecide: true } }, { state: 'approved' as const }]) {
      const drawn = withKey(approvalCard(cardSaying(text, changes)), text, 'Offerdesk');
      expect(() => slackMessageSchema.parse(drawn)).not.toThrow();
    }
  });

  it('fits Slack with 50 offers of 100 changes and 300 in all, and says where the rest is', () => {
    const change = {
      field: 'f',
      label: 'Label '.repeat(20),
      before: '&'.repeat(500),
      after: '😀'.repeat(500),
      material: true,
    };
    const hundred = Array.from({ length: 100 }, () => change);
    const impact = anImpact({
      title: '<'.repeat(120),
      changes: hundred,
      audienceGained: Array.from({ length: 200 }, (_, index) => ({
        principal: `group:default/${'g'.repeat(60)}${index}`,
      })),
      bundles: Array.from({ length: 100 }, () => ({ id: 'b', title: '&'.repeat(120) })),
    });
    const clash = { kind: 'same-offer' as const, from: decided.at, until: decided.at };
    const card = approvalCard(
      aCard({
        title: '&'.repeat(120),
        note: '>'.repeat(2000),
        missing: Array.from({ length: 100 }, () => 'm'.repeat(300)),
        clashes: Array.from({ length: 100 }, () => ({ ...clash, about: ['c'.repeat(300)] })),
        decisions: Array.from({ length: 40 }, () => ({ ...decided, reason: 'r'.repeat(2000) })),
        impact: Array.from({ length: 50 }, () => impact),
        structure: [...hundred, ...hundred, ...hundred],
      }),
    );
    const drawn = withKey(card, 'k'.repeat(400), 'Offerdesk');
    expect(slackMessageSchema.safeParse(drawn).error).toBeUndefined();
    expect(allTexts(card)).toMatch(/and \d+ more: see the portal/);
    expect(buttonsIn(drawn.blocks)).toHaveLength(5);
  });
});
