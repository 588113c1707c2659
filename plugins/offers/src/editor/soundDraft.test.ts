import { offerCompleteness } from '@offerdesk/backstage-plugin-offers-common';
import { aContent } from '../__testUtils__/builders';
import { soundDraft } from './soundDraft';

const missing = (content: unknown) => {
  const draft = soundDraft({ owner: 'group:default/platform-team', content });
  return (
    draft &&
    offerCompleteness({ owner: draft.owner, content: draft.content, categories: ['databases'] })
      .filter(({ state }) => state === 'missing')
      .map(({ id }) => id)
  );
};

describe('what of a half-written draft is sound', () => {
  it('is everything, when everything is', () => {
    expect(missing(aContent())).toEqual([]);
  });

  it('counts a price list out when none of its charges is a charge yet', () => {
    const content = aContent();
    const priceLists = [
      {
        currency: 'EUR',
        charges: [{ kind: 'recurring', label: '', amount: '12,', period: 'month' }],
      },
    ];
    expect(missing({ ...content, pricing: { ...content.pricing, priceLists } })).toEqual([
      'price',
      'margin',
    ]);
  });

  it('keeps the charge that is right beside one that is not', () => {
    const content = aContent();
    const good = { kind: 'one-off', label: 'Set-up', amount: '500' };
    const bad = { kind: 'one-off', label: 'Half', amount: '5.' };
    const draft = soundDraft({
      content: {
        ...content,
        pricing: {
          ...content.pricing,
          priceLists: [{ currency: 'EUR', charges: [bad, good, bad] }],
        },
      },
    });
    expect(draft?.content.pricing.priceLists).toEqual([
      { currency: 'EUR', audience: [], charges: [good] },
    ]);
  });

  it('survives a currency that does not exist, a link without address and an owner half typed', () => {
    const content = aContent();
    const draft = soundDraft({
      owner: 'platf',
      content: {
        ...content,
        pricing: { ...content.pricing, costs: [{ ...content.pricing.costs[0], currency: 'XX' }] },
        knowledge: { ...content.knowledge, runbooks: [{ title: 'Restart', url: '' }] },
      },
    });
    expect(draft?.owner).toBeUndefined();
    expect(draft?.content.pricing.costs).toEqual([]);
    expect(draft?.content.knowledge.runbooks).toEqual([]);
    expect(draft?.content.knowledge.documents).toHaveLength(1);
  });

  it('leaves what it was given as it was', () => {
    const input = {
      content: { ...aContent(), pricing: { priceLists: [{ currency: 'X', charges: [] }] } },
    };
    const before = JSON.stringify(input);
    soundDraft(input);
    expect(JSON.stringify(input)).toBe(before);
  });
});
