import { createPlanSchema } from '@offerdesk/backstage-plugin-offers-common';
import { contentFaults, endOf, planBody, scenarioOf, type EndForm, type PlanDraft } from './wizard';

const offer = { id: '0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3', name: 'old', title: 'Old' };
const other = { id: '1b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3', name: 'fresh', title: 'Fresh' };

const draft = (over: Partial<PlanDraft> = {}): PlanDraft => ({
  scenario: 'terminate',
  offers: [],
  ends: [],
  title: '',
  zone: 'Europe/Amsterdam',
  release: '2026-12-01T09:00',
  preparation: '',
  note: '',
  demandIds: [],
  wanted: [],
  ...over,
});

const whole: EndForm = {
  ...endOf(offer),
  ends: '2027-03-01T00:00',
  replacedBy: other,
  subscriptions: 'on-date',
  movesOn: '2027-02-01T00:00',
  reason: 'Nobody uses it.',
};

describe('an offer that shall end', () => {
  it('needs an end, a replacement or why there is none, and a reason', () => {
    expect(contentFaults(draft({ ends: [endOf(offer)] }))).toEqual([
      { fault: 'fault.ends', of: 'Old' },
      { fault: 'fault.replacement', of: 'Old' },
      { fault: 'fault.reason', of: 'Old' },
    ]);
    expect(contentFaults(draft({ ends: [whole] }))).toEqual([]);
  });

  it('gives notice before its end, and moves subscriptions only to a replacement', () => {
    const late = { ...whole, notice: '2027-03-02T00:00' };
    expect(contentFaults(draft({ ends: [late] }))).toEqual([
      { fault: 'fault.noticeLate', of: 'Old' },
    ]);
    const alone = { ...whole, replacedBy: undefined, noReplacement: 'Not needed.' };
    expect(contentFaults(draft({ ends: [alone] }))).toEqual([
      { fault: 'fault.moveNowhere', of: 'Old' },
    ]);
  });

  it('is sent as the API takes it', () => {
    const body = createPlanSchema.parse(planBody(draft({ ends: [whole] })));
    expect(body.terminations).toEqual([
      {
        offerId: offer.id,
        ends: { local: '2027-03-01T00:00', zone: 'Europe/Amsterdam' },
        replacedBy: other.id,
        subscriptions: { when: 'on-date', at: '2027-01-31T23:00:00.000Z' },
        reason: 'Nobody uses it.',
      },
    ]);
    expect(body.offerIds).toEqual([]);
  });
});

describe('a plan that brings versions', () => {
  it('names offers, and ends none', () => {
    expect(contentFaults(draft({ scenario: 'change' }))).toEqual([{ fault: 'fault.noOffer' }]);
    const body = createPlanSchema.parse(
      planBody(draft({ scenario: 'change', offers: [offer], ends: [whole], title: ' Prices ' })),
    );
    expect(body).toMatchObject({ offerIds: [offer.id], terminations: [], title: 'Prices' });
  });

  it('is a new offer unless the address says otherwise', () => {
    expect([scenarioOf('bundle'), scenarioOf('nonsense'), scenarioOf(null)]).toEqual([
      'bundle',
      'new',
      'new',
    ]);
  });
});
