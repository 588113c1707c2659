import { OffersClient, OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { aPlan, HASH, PLAN_ID } from '../__testUtils__/builders';
import { PersonTokens } from '../identity/tokens';
import { NoAnswer } from './noAnswer';
import { OffersAsPerson } from './offers';

const asker = { teamId: 'T0OFFERD1', slackUserId: 'U0MIA0001' };
const decision = {
  params: { id: PLAN_ID },
  body: { verdict: 'approve' as const, contentHash: HASH },
  idempotencyKey: 'slack-1',
};

const ok = () => new Response(JSON.stringify(aPlan()), { status: 200 });
const refusal = (status: number, code?: string) =>
  new Response(JSON.stringify({ error: { name: 'E', message: 'no', ...(code ? { code } : {}) } }), {
    status,
  });

function offers(...answers: (() => Response)[]) {
  const sent: { headers: Headers; url: string }[] = [];
  const client = new OffersClient(
    { getBaseUrl: async () => 'http://portal/api/offers' },
    {
      fetch: async (url, init) => {
        sent.push({ headers: new Headers(init?.headers), url });
        const answer = answers.shift();
        if (!answer) throw new TypeError('fetch failed');
        return answer();
      },
    },
  );
  let issued = 0;
  // Only these two of its methods are called.
  const tokens = {
    tokenOf: async () => `token-${issued}`,
    forget: () => {
      issued += 1;
    },
  } as unknown as PersonTokens;
  const known = {
    of: async (token: string, refs: readonly string[]) =>
      new Map(refs.map(ref => [ref, `${ref} for ${token}`])),
  };
  const patience = { timeoutMs: 1000, retryPausesMs: [1, 1] };
  const person = new OffersAsPerson(client, tokens, patience, known).for(asker);
  return { person, sent };
}

describe('The API as a Slack person', () => {
  it("carries the person's token and says that they act in Slack", async () => {
    const { person, sent } = offers(ok);
    await person.call('decide', decision);
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer token-0');
    expect(sent[0]?.headers.get('x-offers-surface')).toBe('slack');
  });

  it('[rule 5] asks again with the same key when the answer was lost or unclear', async () => {
    const lost = () => {
      throw new TypeError('terminated');
    };
    const { person, sent } = offers(lost, () => refusal(503, 'unavailable'), ok);
    await person.call('decide', decision);
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      'slack-1',
      'slack-1',
      'slack-1',
    ]);
  });

  it('gives up after a while, and says that it does not know', async () => {
    const { person, sent } = offers();
    await expect(person.call('decide', decision)).rejects.toBeInstanceOf(NoAnswer);
    expect(sent).toHaveLength(3);
  });

  it('knows what people are called as the person does', async () => {
    const names = await offers().person.names(['user:default/ada']);
    expect(names.get('user:default/ada')).toBe('user:default/ada for token-0');
  });

  it('does not argue with a refusal', async () => {
    const { person, sent } = offers(() => refusal(403, 'not-an-approver'));
    await expect(person.call('decide', decision)).rejects.toBeInstanceOf(OffersProblem);
    expect(sent).toHaveLength(1);
  });

  it('signs in again once when the portal does not take a kept token any more', async () => {
    const { person, sent } = offers(() => refusal(401), ok);
    await person.call('decide', decision);
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-0',
      'Bearer token-1',
    ]);
  });
});
